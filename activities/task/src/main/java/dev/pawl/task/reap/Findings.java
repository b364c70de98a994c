package dev.pawl.task.reap;

import dev.pawl.workflows.model.upkeep.Inconsistency;
import dev.pawl.workflows.model.upkeep.InconsistencyKind;
import dev.pawl.workflows.model.upkeep.Repair;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Collects inconsistencies, repairs the safe ones if asked to, and bounds the report. */
final class Findings {
    /** As many as a person reads, and far fewer than a history can hold. */
    static final int MOST = 40;

    private static final Logger LOG = LoggerFactory.getLogger(Findings.class);

    private final boolean repair;
    private final @Nullable String hostId;
    private final List<Inconsistency> found = new ArrayList<>();
    private int leftOut;

    /** @param hostId the host that is compared; absent for database and engine */
    Findings(boolean repair, @Nullable String hostId) {
        this.repair = repair;
        this.hostId = hostId;
    }

    /** Whether safe repairs are done. */
    boolean repairs() {
        return repair;
    }

    /** An inconsistency that can be repaired without losing anything. */
    void safe(InconsistencyKind kind, String subject, String detail, String fix, Runnable putRight) {
        add(kind, subject, detail, fix, repair && done(kind, subject, putRight) ? Repair.DONE : Repair.SAFE);
    }

    /** An inconsistency that only a person can judge. */
    void forPerson(InconsistencyKind kind, String subject, String detail, String fix) {
        add(kind, subject, detail, fix, Repair.BY_PERSON);
    }

    List<Inconsistency> found() {
        return List.copyOf(found);
    }

    int leftOut() {
        return leftOut;
    }

    /** A failed repair must not keep the others from being tried; the next run tries it again. */
    private static boolean done(InconsistencyKind kind, String subject, Runnable putRight) {
        try {
            putRight.run();
            return true;
        } catch (RuntimeException e) {
            LOG.warn("{} of {} cannot be repaired now", kind.wire(), subject, e);
            return false;
        }
    }

    private void add(InconsistencyKind kind, String subject, String detail, String fix, Repair done) {
        LOG.warn("{} of {}: {}; {}", kind.wire(), subject, detail, done == Repair.DONE ? "repaired" : fix);
        if (found.size() < MOST) {
            found.add(new Inconsistency(kind, subject, hostId, detail, fix, done));
        } else {
            leftOut++;
        }
    }
}
