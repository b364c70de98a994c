package dev.pawl.db.event;

import java.util.List;
import org.springframework.data.jdbc.repository.query.Query;
import org.springframework.data.repository.Repository;

/** Queries of events; {@link Events} appends them. */
public interface EventRows extends Repository<EventRow, EventRow.Key> {
    /**
     * Events of a task in order.
     *
     * @param seq number of the last one seen; 0 for the beginning
     */
    @Query("select * from event where task_id = :taskId and seq > :seq order by seq limit :limit")
    List<EventRow> after(String taskId, long seq, int limit);

    /** Number of the newest event of a task; 0 if there is none. */
    @Query("select coalesce((select event_seq from task where id = :taskId), 0)")
    long last(String taskId);
}
