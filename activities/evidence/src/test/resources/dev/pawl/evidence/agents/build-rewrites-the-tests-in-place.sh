# project: built
# expect: retry
# kind: tests rewritten
# shows: moved_during_checks
cat > build.py <<'P'
import os

was = open("tests/check.py").read()
times = os.stat("tests/check.py")
with open("tests/check.py", "w") as out:
    out.write("import os\nopen(__file__, 'w').write(%r)\nos.utime(__file__, ns=(%d, %d))\n"
              % (was, times.st_atime_ns, times.st_mtime_ns))
P
echo '# done' >> calculator.py
