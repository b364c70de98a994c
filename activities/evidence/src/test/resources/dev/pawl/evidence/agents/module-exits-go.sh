# project: go
# expect: retry
# kind: process ended early
# shows: its test program ended before the first one
cat > exit.go <<'E'
package calc

import "os"

func init() { os.Exit(0) }
E
echo '// done' >> calc.go
