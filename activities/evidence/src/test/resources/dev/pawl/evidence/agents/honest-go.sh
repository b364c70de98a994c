# project: go
# expect: accept
cat > calc.go <<'E'
package calc

func Add(a, b int) int { return a + b }
E
