package dev.pawl.activities.agent;

import dev.pawl.activities.process.ProcessIdentity;
import dev.pawl.workflows.model.Usage;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Predicate;

/** Remembers all it was told. Cancels when what it heard says so. */
public final class RecordedListener implements AgentListener {
    public final List<String> activities = new CopyOnWriteArrayList<>();
    public final List<Usage> usages = new CopyOnWriteArrayList<>();
    public final List<ProcessIdentity> processes = new CopyOnWriteArrayList<>();
    private final Predicate<RecordedListener> cancels;

    public RecordedListener(Predicate<RecordedListener> cancels) {
        this.cancels = cancels;
    }

    public RecordedListener() {
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
