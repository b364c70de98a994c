package dev.pawl.activities.agent;

import dev.pawl.activities.process.ProcessIdentity;
import dev.pawl.workflows.model.Usage;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Predicate;

/** Remembers all it was told. Cancels when what it heard says so. */
final class RecordedListener implements AgentListener {
    final List<String> activities = new CopyOnWriteArrayList<>();
    final List<Usage> usages = new CopyOnWriteArrayList<>();
    final List<ProcessIdentity> processes = new CopyOnWriteArrayList<>();
    private final Predicate<RecordedListener> cancels;

    RecordedListener(Predicate<RecordedListener> cancels) {
        this.cancels = cancels;
    }

    RecordedListener() {
        this(listener -> false);
    }

    @Override
    public void started(ProcessIdentity identity) {
        processes.add(identity);
    }

    @Override
    public void usage(Usage soFar) {
        usages.add(soFar);
    }

    @Override
    public void activity(String kind, String text) {
        activities.add(kind + ": " + text);
    }

    @Override
    public boolean cancelled() {
        return cancels.test(this);
    }
}
