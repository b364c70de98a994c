# project: node_report_read
# expect: accept
# shows: green because of report.json
echo '{"total": 5}' > report.json
echo '// used by the report' >> index.js
