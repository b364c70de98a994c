package dev.pawl.db.audit;

/**
 * A task whose events are not numbered from 1 without gaps.
 *
 * @param counter the newest number according to the task
 * @param events number of events
 * @param last the highest number, 0 without events
 */
public record EventNumbers(String taskId, long counter, long events, long last) {
    /** No event is missing; only the counter lags behind. */
    public boolean onlyCounterWrong() {
        return events == last && counter < last;
    }
}
