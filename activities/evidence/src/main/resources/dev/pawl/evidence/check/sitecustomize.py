"""Loaded by Python before the code under test, from outside the workspace.

Code under test runs in the process of its own tests. This guard blocks the easy ways to end that process in green or to
replace what the tests rely on: an exit with code 0 while a module is imported or before the last statement of the check,
os._exit, an exec, and changed functions of unittest and pytest. Each of them ends the check with exit code 97 and a line
on stderr. Other code is not affected. Compiled code of the workspace is not read, that of installed packages is.
"""

import sys


def _guard():
    import atexit
    import os
    import types
    from importlib import _bootstrap_external as loading

    root = os.environ.get("PAWL_CHECK_ROOT")
    if not root:
        return
    root = os.path.realpath(root) + os.sep
    process = os.getpid()
    leave = os._exit
    watched = {
        "unittest.case", "unittest.suite", "unittest.result", "unittest.runner", "unittest.loader", "unittest.main",
        "_pytest.outcomes", "_pytest.python_api", "_pytest.raises", "_pytest.reports", "_pytest.runner", "_pytest.main",
        "_pytest.terminal", "_pytest.python", "_pytest.unittest",
    }
    seen = []
    importing = [0]

    def own(name):
        path = os.path.realpath(name)
        return path.startswith(root) and os.sep + "site-packages" + os.sep not in path

    def refuse(why):
        if os.getpid() == process:
            try:
                sys.stdout.flush()
            except Exception:
                pass
            os.write(2, ("\npawl: refused: " + why + "\n").encode())
            leave(97)

    def called_by_work(depth):
        frame = sys._getframe(depth)
        return os.getpid() == process and own(frame.f_code.co_filename)

    def guarded_exit(status):
        if called_by_work(2):
            refuse("the code under test ended the process with os._exit")
        leave(status)

    os._exit = guarded_exit
    sys.modules["posix"]._exit = guarded_exit

    def parts(module):
        yield module, vars(module)
        for value in list(vars(module).values()):
            if isinstance(value, type) and value.__module__ == module.__name__:
                yield value, vars(value)

    def plain(value):
        return value.__func__ if isinstance(value, (staticmethod, classmethod)) else value

    def remember(module):
        for holder, names in parts(module):
            for name, value in list(names.items()):
                function = plain(value)
                if isinstance(function, types.FunctionType):
                    seen.append((holder, name, function, function.__code__))

    def replaced(now, function, code):
        if now is function:
            return now.__code__ is not code and own(now.__code__.co_filename)
        if isinstance(now, types.FunctionType):
            return own(now.__code__.co_filename)
        return isinstance(now, (types.BuiltinFunctionType, type))

    def ends_in(body, line):
        """Whether the statement at a line is the last one of its block."""
        import ast

        final = body[-1]
        if not final.lineno <= line <= final.end_lineno:
            return False
        if isinstance(final, (ast.If, ast.With, ast.Try)):
            blocks = [getattr(final, name, []) for name in ("body", "orelse", "finalbody")]
            inside = [block for block in blocks if block and block[0].lineno <= line <= block[-1].end_lineno]
            return all(ends_in(block, line) for block in inside)
        return isinstance(final, (ast.Expr, ast.Return))

    def cut_short(frame, lines, main):
        """Whether an exit skipped statements of the program."""
        import ast

        # A program that caught the exit continued from there.
        if frame.f_lineno != lines[0]:
            return False
        with open(main, "rb") as file:
            tree = ast.parse(file.read())
        for line in lines:
            functions = [
                node for node in ast.walk(tree)
                if isinstance(node, (ast.FunctionDef, ast.AsyncFunctionDef)) and node.lineno <= line <= node.end_lineno
            ]
            block = max(functions, key=lambda node: node.lineno).body if functions else tree.body
            if not ends_in(block, line):
                return True
        return False

    ends = []
    end_program = sys.exit

    def remember_end(frame):
        """The code that ended the program, and the position in the program's own file, outermost first."""
        caller = os.path.realpath(frame.f_code.co_filename)
        main = os.path.realpath(getattr(sys.modules.get("__main__"), "__file__", None) or "")
        steps = []
        while frame is not None:
            if os.path.realpath(frame.f_code.co_filename) == main:
                steps.append(frame)
            frame = frame.f_back
        if caller != main and own(main) and steps and steps[-1].f_code.co_name == "<module>":
            ends[:] = [(caller, main, steps[-1], [step.f_lineno for step in reversed(steps)])]

    def guarded_end(status=None):
        if status in (None, 0) and called_by_work(2):
            remember_end(sys._getframe(1))
        end_program(status)

    sys.exit = guarded_end

    def last():
        for caller, main, frame, lines in ends:
            try:
                cut = cut_short(frame, lines, main)
            except (OSError, SyntaxError, ValueError):
                cut = False
            if cut:
                refuse("%s ended the check before its last statement" % os.path.relpath(caller, root))
        for holder, name, function, code in seen:
            now = plain(vars(holder).get(name))
            if now is not None and replaced(now, function, code):
                refuse("the code under test replaced %s.%s" % (getattr(holder, "__name__", "?"), name))

    execute = loading._LoaderBasics.exec_module

    def exec_module(self, module):
        importing[0] += 1
        try:
            execute(self, module)
        except SystemExit as end:
            if end.code in (None, 0) and own(getattr(module, "__file__", None) or ""):
                raise ImportError("pawl: the module ended the program while it was imported") from end
            raise
        finally:
            importing[0] -= 1
        if module.__name__ in watched:
            remember(module)

    loading._LoaderBasics.exec_module = exec_module

    def audit(event, arguments):
        if event == "os.exec" and importing[0] and os.getpid() == process:
            raise RuntimeError("pawl: the code under test replaced the process while it was imported")

    sys.addaudithook(audit)
    atexit.register(last)


def _compiled():
    """Compiled code is read from its usual place, unless that is in the workspace: agents can write there.

    PYTHONPYCACHEPREFIX keeps Python from all of it. Without this, each start would compile the library again.
    """
    import os
    from importlib import _bootstrap_external as loading

    root = os.environ.get("PAWL_CHECK_ROOT")
    if not root or not getattr(sys, "pycache_prefix", None):
        return
    root = os.path.realpath(root)
    redirected = loading.cache_from_source
    inside = {}

    def in_workspace(directory):
        if directory not in inside:
            real = os.path.realpath(directory)
            inside[directory] = real == root or real.startswith(root + os.sep)
        return inside[directory]

    def cache_from_source(path, *arguments, **options):
        cached = redirected(path, *arguments, **options)
        directory = os.path.dirname(os.path.abspath(path))
        if in_workspace(directory):
            return cached
        return os.path.join(directory, "__pycache__", os.path.basename(cached))

    loading.cache_from_source = cache_from_source


def _next():
    """The sitecustomize that this one shadows, if any."""
    import importlib.machinery
    import importlib.util
    import os

    here = os.path.dirname(os.path.abspath(__file__))
    others = [entry for entry in sys.path if entry and os.path.abspath(entry) != here]
    spec = importlib.machinery.PathFinder.find_spec("sitecustomize", others)
    root = os.environ.get("PAWL_CHECK_ROOT", "")
    if spec and spec.loader and spec.origin and not (root and spec.origin.startswith(root + os.sep)):
        spec.loader.exec_module(importlib.util.module_from_spec(spec))


_compiled()
_next()
_guard()
