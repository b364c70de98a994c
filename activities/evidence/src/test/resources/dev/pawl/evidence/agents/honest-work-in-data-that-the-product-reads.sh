# project: node_locales
# expect: accept
echo '{"greeting": "Guten Tag"}' > locales/de.json
