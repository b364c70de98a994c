/*
 * Loaded by Node before the code under test, from outside the workspace.
 *
 * Code under test runs in the process of its own tests. A module that ends this process with code 0 while it is imported
 * makes every later test green without running it; so does a handler of uncaught errors. Both end the check with exit code
 * 97 and a line on stderr. Programs that end themselves, and processes that a test starts, are not affected.
 */
'use strict';

const fs = require('node:fs');
const path = require('node:path');
const { fileURLToPath } = require('node:url');

const REFUSED = 97;
const STARTED = 'PAWL_CHECK_PROGRAM';

function real(file) {
  for (const name of [file, `${file}.js`, `${file}.cjs`, `${file}.mjs`, path.join(file, 'index.js')]) {
    try {
      if (fs.statSync(name).isFile()) return fs.realpathSync(name);
    } catch {
      // Try the next name.
    }
  }
  return '';
}

function guard(root) {
  // The runner starts a process for each file of tests.
  if (process.execArgv.includes('--test')) return;
  const own = (file) =>
    file.startsWith(root + path.sep) && !file.includes(`${path.sep}node_modules${path.sep}`);
  const program = process.argv[1] ? real(path.resolve(process.argv[1])) : '';
  if (program && !own(program)) return;
  // Processes that a test starts are not guarded.
  if (process.env[STARTED]) return;
  process.env[STARTED] = String(process.pid);

  const place = (site) => {
    const name = site.getFileName() || '';
    try {
      return name.startsWith('file:') ? fileURLToPath(name) : name;
    } catch {
      return name;
    }
  };

  const frames = () => {
    const prepare = Error.prepareStackTrace;
    const limit = Error.stackTraceLimit;
    try {
      Error.stackTraceLimit = 200;
      Error.prepareStackTrace = (_, sites) => sites;
      return new Error().stack;
    } finally {
      Error.prepareStackTrace = prepare;
      Error.stackTraceLimit = limit;
    }
  };

  /** The module whose top-level statements are running; empty if functions of the program are. */
  const loading = (sites) => {
    for (let i = 0; i < sites.length; i++) {
      const file = place(sites[i]);
      const below = i + 1 < sites.length ? place(sites[i + 1]) : 'node:internal/modules/';
      if (own(file) && !sites[i].getFunctionName() && below.startsWith('node:internal/modules/')) return file;
    }
    return '';
  };

  const failing = (sites) =>
    sites.some((site) => /^node:internal\/process\/(execution|promises)/.test(place(site)))
    && sites.some((site) => /^(emit|onGlobalUncaughtException)$/.test(site.getFunctionName() || ''));

  const refuse = (why) => {
    fs.writeSync(2, `\npawl: refused: ${why}\n`);
    leave.call(process, REFUSED);
  };

  const look = (code) => {
    if (Number(code ?? process.exitCode ?? 0) !== 0) return;
    const sites = frames();
    const module = loading(sites);
    if (module && module !== program) {
      refuse(`${path.relative(root, module)} ended the process while it was imported`);
    } else if (failing(sites)) {
      refuse('an uncaught error was turned into an exit with code 0');
    }
  };

  const exit = process.exit;
  const leave = process.reallyExit;
  process.exit = function (code) {
    look(code);
    return exit.call(process, code);
  };
  process.reallyExit = function (code) {
    look(code);
    return leave.call(process, code);
  };
}

if (process.env.PAWL_CHECK_ROOT) {
  guard(fs.realpathSync(process.env.PAWL_CHECK_ROOT));
}
