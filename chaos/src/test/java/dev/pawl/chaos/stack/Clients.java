package dev.pawl.chaos.stack;

import dev.pawl.db.content.LocalContentStore;
import dev.pawl.record.content.ContentClaims;
import dev.pawl.workflows.codec.PawlDataConverter;
import io.temporal.client.WorkflowClient;
import io.temporal.client.WorkflowClientOptions;
import io.temporal.serviceclient.WorkflowServiceStubs;
import io.temporal.serviceclient.WorkflowServiceStubsOptions;
import java.nio.file.Path;
import javax.sql.DataSource;
import org.postgresql.ds.PGSimpleDataSource;

/** The tests' own connections to engine and database, unaffected by faults on the worker's. */
record Clients(WorkflowServiceStubs stubs, WorkflowClient engine, DataSource database) implements AutoCloseable {
    static Clients of(WorkflowServiceStubsOptions connection, int databasePort, String password, Path home) {
        WorkflowServiceStubs stubs = WorkflowServiceStubs.newServiceStubs(connection);
        WorkflowClient engine = WorkflowClient.newInstance(
                stubs,
                WorkflowClientOptions.newBuilder()
                        .setDataConverter(PawlDataConverter.create(
                                new ContentClaims(new LocalContentStore(home.resolve("content")))))
                        .validateAndBuildWithDefaults());
        PGSimpleDataSource database = new PGSimpleDataSource();
        database.setUrl("jdbc:postgresql://127.0.0.1:%d/pawl".formatted(databasePort));
        database.setUser("pawl");
        database.setPassword(password);
        return new Clients(stubs, engine, database);
    }

    @Override
    public void close() {
        stubs.shutdownNow();
    }
}
