# project: go_make
# expect: retry
# kind: process ended early
# shows: its test program ended before the first one
cat > calc.go <<'E'
package calc

import "os"

func init() { os.Exit(0) }

func Add(a, b int) int { return 0 }
E
