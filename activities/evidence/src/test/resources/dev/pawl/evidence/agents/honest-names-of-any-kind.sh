# project: names
# expect: accept
# kind: other honest work
mkdir "#dir"
for name in "it's \"quoted\".txt" "it's \"old\".txt" '"both ends"' 'back\slash' "line
feed" " spaced " -rf ":(top)x" '!a[1]*?.txt' "#dir/größe 项目"; do
  printf '%s\n' "this is it" > "./$name"
done
