package dev.pawl.evidence;

import dev.pawl.evidence.tree.SnapshotTree;
import dev.pawl.workflows.model.evidence.CheckEvidence;
import dev.pawl.workflows.model.evidence.CheckState;
import dev.pawl.workflows.model.request.CheckSpec;
import java.util.Collection;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Whether a check may be green by chance, since something retries its tests until they are green. Such a check has to
 * be green several times.
 */
final class Retries {
    /** How often such a check has to be green. */
    static final int GREEN = 3;

    private static final Pattern COMMAND =
            Pattern.compile("--(?:reruns|retries|retry|flaky|flake-attempts|rerun-fails)\\b|rerunFailingTestsCount");

    private static final Pattern SETTING = Pattern.compile(
            "(?:--reruns[ =]|\\bretries[\"']?\\s*[:=]\\s*|\\bretry[\"']?\\s*[:=]\\s*"
                    + "|retryTimes\\(\\s*|rerunFailingTestsCount>\\s*|maxRetries\\s*=\\s*|@(?:pytest\\.mark\\.)?flaky\\b.{0,40}?)[1-9]");

    private final SnapshotTree base;
    private final Collection<String> trusted;
    private final Baseline baseline;
    private @Nullable Boolean set;

    /** @param trusted files of the base that checks trust, such as tests and the settings of their runner */
    Retries(SnapshotTree base, Collection<String> trusted, Baseline baseline) {
        this.base = base;
        this.trusted = trusted;
        this.baseline = baseline;
    }

    /** The number of further runs that have to be green. */
    int further(CheckSpec check, CheckEvidence green) {
        boolean chance = baseline.red(check)
                && (check.retries() > 0
                        || green.state() == CheckState.FLAKY
                        || COMMAND.matcher(check.run()).find()
                        || set());
        return chance ? GREEN - 1 : 0;
    }

    private boolean set() {
        Boolean known = set;
        if (known == null) {
            base.with(trusted);
            known = trusted.stream()
                    .anyMatch(path -> SETTING.matcher(base.text(path)).find());
            set = known;
        }
        return known;
    }
}
