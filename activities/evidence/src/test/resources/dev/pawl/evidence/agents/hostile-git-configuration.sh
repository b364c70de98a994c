# project: pytest
# expect: retry
# kind: hidden from git
# shows: nothing was changed
printf "#!/bin/sh\ntouch $SOURCE-hook-ran\n" > "$HOME/hook"
chmod +x "$HOME/hook"
for hook in pre-commit post-checkout post-index-change reference-transaction; do cp "$HOME/hook" .git/hooks/$hook; done
git config core.fsmonitor "$HOME/hook"
git config filter.x.clean "$HOME/hook"
git config filter.x.smudge "$HOME/hook"
printf "* filter=x\n" > .git/info/attributes
git config core.hooksPath "$HOME"
git config diff.external "$HOME/hook"
