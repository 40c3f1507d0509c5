/**
 * The script of the page, which runs in browsers as it is. It puts GraphiQL in place, adds the panel with the query plan
 * and keeps the query in the address, so that it can be sent to others. Variables are read from the address and never
 * written to it: they may be about people.
 */
export const EXPLORER_SCRIPT = `
'use strict';
(() => {
  const { createElement, useEffect, useState } = React;
  const { useEditorContext } = GraphiQL.React;
  const PAUSE_MS = 400;
  const endpoint = location.pathname;
  const place = document.getElementById('explorer');
  const address = new URLSearchParams(location.search);

  function PlanIcon() {
    const line = { fill: 'none', stroke: 'currentColor', strokeWidth: 1.5 };
    return createElement('svg', { viewBox: '0 0 24 24', height: '1em', 'aria-hidden': true },
      createElement('circle', { ...line, cx: 5, cy: 12, r: 3 }),
      createElement('circle', { ...line, cx: 19, cy: 5, r: 3 }),
      createElement('circle', { ...line, cx: 19, cy: 19, r: 3 }),
      createElement('path', { ...line, d: 'M8 11l8-5M8 13l8 5' }));
  }

  function readJson(editor) {
    const text = editor === null ? '' : editor.getValue().trim();
    return text === '' ? {} : JSON.parse(text);
  }

  async function askForPlan({ queryEditor, variableEditor, headerEditor }) {
    const response = await fetch(endpoint, {
      method: 'POST',
      headers: {
        ...readJson(headerEditor),
        accept: 'application/graphql-response+json, application/json',
        'content-type': 'application/json',
        'birlik-plan': '1',
      },
      body: JSON.stringify({
        query: queryEditor.getValue(),
        operationName: queryEditor.operationName ?? undefined,
        variables: readJson(variableEditor),
      }),
    });
    const { errors, extensions } = await response.json();
    if (errors !== undefined) throw new Error(errors.map(({ message }) => message).join('\\n'));
    return extensions.plan.text;
  }

  function PlanPanel() {
    const editors = useEditorContext({ nonNull: true });
    const [shown, show] = useState({ text: '', problem: '' });
    const { queryEditor } = editors;
    useEffect(() => {
      if (queryEditor === null) return undefined;
      let latest = 0;
      let timer;
      const load = async () => {
        const own = ++latest;
        const plan = await askForPlan(editors).then(
          (text) => ({ text, problem: '' }),
          (error) => ({ text: '', problem: error.message }));
        if (own === latest) show(plan);
      };
      const later = () => {
        clearTimeout(timer);
        timer = setTimeout(load, PAUSE_MS);
      };
      load();
      queryEditor.on('change', later);
      return () => {
        latest = -1;
        clearTimeout(timer);
        queryEditor.off('change', later);
      };
    }, [queryEditor, editors.variableEditor, editors.headerEditor]);
    return createElement('section', { className: 'plan-panel', 'aria-label': 'Plan' },
      createElement('h2', null, 'Plan'),
      shown.problem === '' ? null : createElement('p', { className: 'problem', role: 'alert' }, shown.problem),
      createElement('pre', null, shown.text));
  }

  function keepInAddress(name, value) {
    const parameters = new URLSearchParams(location.search);
    if (value) parameters.set(name, value);
    else parameters.delete(name);
    parameters.delete('variables');
    const search = parameters.toString();
    history.replaceState(null, '', search === '' ? endpoint : endpoint + '?' + search);
  }

  place.textContent = '';
  ReactDOM.createRoot(place).render(
    createElement(GraphiQL, {
      fetcher: GraphiQL.createFetcher({ url: endpoint }),
      defaultQuery: place.dataset.defaultQuery,
      query: address.get('query') ?? undefined,
      variables: address.get('variables') ?? undefined,
      operationName: address.get('operationName') ?? undefined,
      onEditQuery: (query) => keepInAddress('query', query),
      onEditOperationName: (name) => keepInAddress('operationName', name),
      defaultEditorToolsVisibility: 'headers',
      shouldPersistHeaders: false,
      plugins: [{ title: 'Plan', icon: PlanIcon, content: PlanPanel }],
    }));
})();
`;
