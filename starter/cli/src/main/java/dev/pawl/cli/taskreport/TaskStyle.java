package dev.pawl.cli.taskreport;

/** What the page of a task adds to the style of all pages. */
final class TaskStyle {
    static final String SHEET = """
            :root { --add: #dff3e4; --add-text: #14532d; --del: #fbe0de; --del-text: #7f1d1d; --hunk: #5b4b8a; }
            @media (prefers-color-scheme: dark) {
              :root { --add: #12351f; --add-text: #a9e5bd; --del: #4a1c1a; --del-text: #f7b9b4; --hunk: #b9a6f0; }
            }
            @media (min-width: 641px) { .cards { grid-template-columns: repeat(3, minmax(0, 1fr)); } }
            .asks { border: 2px solid var(--ejected); border-radius: 8px; padding: 10px 14px; margin-top: 16px; }
            .asks code, .how code { background: var(--card); border-radius: 4px; padding: 1px 5px; }
            .green { color: var(--good); font-weight: 600; }
            .red { color: var(--bad); font-weight: 600; }
            .decided { fill: var(--text); }
            .diff summary { color: var(--text); cursor: pointer; padding: 6px 0; font-weight: 600; }
            .diff details { border-top: 1px solid var(--line); }
            .diff pre { font: 12px/1.45 ui-monospace, Menlo, Consolas, monospace; padding: 6px 0; tab-size: 4; }
            .diff pre span { display: block; padding: 0 10px; white-space: pre; min-width: max-content; }
            .diff .add { background: var(--add); color: var(--add-text); }
            .diff .del { background: var(--del); color: var(--del-text); }
            .diff .hunk { color: var(--hunk); }
            .diff .meta { color: var(--faint); }
            .decision { border-left: 3px solid var(--line); padding: 2px 0 2px 12px; margin: 10px 0; }
            .decision.accept { border-color: var(--good); }
            .decision.abort { border-color: var(--bad); }
            .decision.escalate, .decision.clarify { border-color: var(--ejected); }
            @media print { .diff pre span { white-space: pre-wrap; min-width: 0; } }
            """;

    private TaskStyle() {}
}
