# project: go_renamed
# expect: escalate
# kind: tests deleted or moved
# shows: protected_changed: other/other_test.go: was removed
mv calc sums
sed -i "s/package calc/package sums/" sums/*.go
rm other/other_test.go
