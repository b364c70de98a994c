package dev.pawl.gateway.account;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.pawl.db.provider.OpenTask;
import dev.pawl.workflows.codec.PawlDataConverter;
import dev.pawl.workflows.model.request.AgentSpec;
import dev.pawl.workflows.model.request.ProviderAccount;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * An open task and the accounts that it may use.
 *
 * @param parked whether it waits for one of them
 */
record TaskAccounts(String taskId, boolean parked, Set<String> accounts) {
    private static final ObjectMapper JSON = PawlDataConverter.mapper();

    static List<TaskAccounts> of(List<OpenTask> tasks) {
        return tasks.stream().map(TaskAccounts::of).toList();
    }

    private static TaskAccounts of(OpenTask task) {
        AgentSpec[] fallbacks =
                task.fallbacks() == null ? new AgentSpec[0] : read(task.fallbacks(), AgentSpec[].class, task);
        return new TaskAccounts(
                task.id(),
                task.parked(),
                Stream.concat(Stream.of(read(task.agent(), AgentSpec.class, task)), Arrays.stream(fallbacks))
                        .map(ProviderAccount::of)
                        .collect(Collectors.toSet()));
    }

    private static <T> T read(String json, Class<T> type, OpenTask task) {
        try {
            return JSON.readValue(json, type);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("the agents of task %s cannot be read".formatted(task.id()), e);
        }
    }

    boolean uses(String account) {
        return accounts.contains(account);
    }
}
