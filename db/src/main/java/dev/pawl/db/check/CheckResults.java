package dev.pawl.db.check;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toUnmodifiableList;

import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.springframework.data.jdbc.repository.query.Query;
import org.springframework.data.repository.Repository;

/** Results of checks by iteration; iteration 0 is the baseline. */
public interface CheckResults extends Repository<StoredCheckResult, StoredCheckResult.Key>, CheckResultWrites {
    /** Results of one iteration in the order of the task's checks. */
    @Query("select * from check_result where task_id = :taskId and iteration = :iteration order by position")
    List<CheckResultRow> list(String taskId, int iteration);

    @Query("select * from check_result where task_id = :taskId order by iteration, position")
    List<StoredCheckResult> listStored(String taskId);

    /** All results of a task by iteration, 0 being the baseline. */
    default SortedMap<Integer, List<CheckResultRow>> list(String taskId) {
        return listStored(taskId).stream()
                .collect(groupingBy(
                        StoredCheckResult::iteration,
                        TreeMap::new,
                        mapping(StoredCheckResult::result, toUnmodifiableList())));
    }
}
