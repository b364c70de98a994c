package dev.pawl.cli.page;

/** Looks of all pages: for phones and wide screens, light and dark. No state is shown by colour alone. */
public final class PageStyle {
    /** Fill patterns, which the style sheet refers to. */
    public static final String PATTERNS = """
            <svg class="patterns" width="0" height="0" aria-hidden="true">
            <pattern id="hatch" width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
            <rect class="hatch-ground" width="6" height="6"/><rect class="hatch-line" width="3" height="6"/></pattern>
            <pattern id="cross" width="6" height="6" patternUnits="userSpaceOnUse">
            <rect class="cross-ground" width="6" height="6"/><path class="cross-line" d="M0 0 L6 6 M6 0 L0 6"/></pattern>
            </svg>
            """;

    public static final String SHEET = """
            :root {
              --ground: #ffffff; --card: #f4f5f7; --text: #1b1f24; --faint: #59636e; --line: #d9dee3;
              --good: #2e7d4f; --ejected: #b25e09; --ejected-ground: #f6d9b5; --bad: #b3261e; --bad-ground: #f7cfcc;
              --stopped: #7a828a; --running: #2f6fb7; --queue: #8250a8; --critical: #1b1f24;
            }
            @media (prefers-color-scheme: dark) {
              :root {
                --ground: #14171b; --card: #1e2329; --text: #e6e9ec; --faint: #9aa5b1; --line: #343b43;
                --good: #4fb477; --ejected: #f0a04b; --ejected-ground: #5a3a14; --bad: #f2766b; --bad-ground: #5d2320;
                --stopped: #8b949e; --running: #6aa9ef; --queue: #b98be0; --critical: #ffffff;
              }
            }
            * { box-sizing: border-box; }
            body { margin: 0; background: var(--ground); color: var(--text);
              font: 15px/1.45 system-ui, -apple-system, "Segoe UI", sans-serif; }
            main { max-width: 1280px; margin: 0 auto; padding: 20px 16px 48px; overflow-wrap: anywhere; }
            h1 { font-size: 24px; line-height: 1.2; margin: 0 0 4px; }
            h2 { font-size: 17px; margin: 32px 0 8px; }
            p { margin: 4px 0; }
            ul { margin: 4px 0; padding-left: 20px; }
            .facts, .reason, .note, .name, .legend { color: var(--faint); font-size: 13px; }
            .state b { border: 1px solid var(--line); border-radius: 999px; padding: 2px 10px; }
            .state.accepted b { color: var(--good); border-color: var(--good); }
            .state.partial b, .state.waiting b { color: var(--ejected); border-color: var(--ejected); }
            .state.failed b, .state.rejected b, .state.cancelled b { color: var(--bad); border-color: var(--bad); }
            .cards { display: grid; grid-template-columns: repeat(4, minmax(0, 1fr)); gap: 8px; margin-top: 16px; }
            .card { background: var(--card); border-radius: 8px; padding: 10px 12px; }
            .figure { font-size: 22px; font-weight: 600; line-height: 1.25; font-variant-numeric: tabular-nums; }
            .legend { display: flex; flex-wrap: wrap; gap: 4px 16px; margin-bottom: 8px; }
            .legend svg { vertical-align: -1px; }
            .patterns { position: absolute; }
            .row { display: grid; grid-template-columns: minmax(220px, 30%) minmax(0, 1fr); column-gap: 16px;
              border-top: 1px solid var(--line); padding: 6px 0; align-items: center; }
            .axis { position: sticky; top: 0; background: var(--ground); border-top: 0; padding: 2px 0; z-index: 1; }
            .axis svg { display: block; overflow: visible; }
            .axis text { fill: var(--faint); font-size: 12px; }
            .label span { display: block; }
            .label .title { line-height: 1.3; }
            .label .badge { display: inline-block; border: 1px solid currentColor; border-radius: 4px; font-size: 11px;
              padding: 0 5px; margin-left: 8px; vertical-align: 1px; }
            .label .reason { color: var(--ejected); }
            .track { display: block; overflow: visible; }
            .track line { stroke: var(--line); }
            .good { fill: var(--good); }
            .ejected { fill: url(#hatch); stroke: var(--ejected); }
            .bad { fill: url(#cross); stroke: var(--bad); }
            .stopped { fill: none; stroke: var(--stopped); stroke-dasharray: 3 2; }
            .running { fill: var(--running); fill-opacity: 0.45; stroke: var(--running); }
            .queue { fill: var(--queue); }
            .integrated { fill: var(--ground); stroke: var(--queue); stroke-width: 2.5; }
            .critical rect:not(.queue) { stroke: var(--critical); stroke-width: 2; }
            .hatch-ground { fill: var(--ejected-ground); }
            .hatch-line { fill: var(--ejected); }
            .cross-ground { fill: var(--bad-ground); }
            .cross-line { stroke: var(--bad); stroke-width: 1; }
            details { color: var(--faint); font-size: 13px; }
            pre { overflow-x: auto; background: var(--card); padding: 8px; border-radius: 6px; margin: 4px 0; }
            .wide { overflow-x: auto; }
            table { border-collapse: collapse; font-variant-numeric: tabular-nums; overflow-wrap: break-word; }
            th, td { text-align: left; padding: 4px 20px 4px 0; border-bottom: 1px solid var(--line); }
            th { color: var(--faint); font-weight: 500; font-size: 13px; }
            @media (max-width: 640px) {
              .row { grid-template-columns: minmax(0, 1fr); row-gap: 4px; padding: 8px 6px; }
              .axis { padding: 2px 6px; }
              .axis > span { display: none; }
              .cards { grid-template-columns: 1fr 1fr; }
              h1 { font-size: 20px; }
            }
            @media print {
              .axis { position: static; }
              .card, .row, tr, li { break-inside: avoid; }
              h2 { break-after: avoid; }
              pre { white-space: pre-wrap; }
            }
            """;

    private PageStyle() {}
}
