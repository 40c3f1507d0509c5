/**
 * Caches entries unless something was invalidated since they were asked, in one step, so that no invalidation falls
 * between. The first key is that of the epoch. Arguments: the epoch of the lookup, then for each entry its key, its text,
 * its milliseconds, the number of its tags and their keys. Keys that ended are taken out of a tag whenever it grows.
 */
export const WRITE_SCRIPT = `
if (redis.call('GET', KEYS[1]) or '') ~= ARGV[1] then return 0 end
local time = redis.call('TIME')
local now = time[1] * 1000 + math.floor(time[2] / 1000)
local at = 2
while at <= #ARGV do
  local key, text, ms, count = ARGV[at], ARGV[at + 1], tonumber(ARGV[at + 2]), tonumber(ARGV[at + 3])
  redis.call('SET', key, text, 'PX', ms)
  for offset = 1, count do
    local tag = ARGV[at + 3 + offset]
    redis.call('ZREMRANGEBYSCORE', tag, '-inf', now)
    redis.call('ZADD', tag, now + ms, key)
    if redis.call('PTTL', tag) < ms then redis.call('PEXPIRE', tag, ms) end
  end
  at = at + 4 + count
end
return 1
`;
