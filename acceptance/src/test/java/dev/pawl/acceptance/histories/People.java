package dev.pawl.acceptance.histories;

import dev.pawl.acceptance.stack.LocalStack;
import dev.pawl.api.v1.AnswerRequest;
import dev.pawl.api.v1.ApproveRequest;
import dev.pawl.api.v1.CancelRequest;
import dev.pawl.api.v1.ExtendRequest;
import dev.pawl.api.v1.InstructRequest;
import dev.pawl.api.v1.PauseRequest;
import dev.pawl.api.v1.RejectRequest;
import dev.pawl.api.v1.ResumeRequest;
import dev.pawl.api.v1.RetryAccountRequest;
import dev.pawl.api.v1.StopRequest;
import dev.pawl.api.v1.TaskServiceGrpc.TaskServiceBlockingStub;

/** Messages of a person called ann to tasks. */
final class People {
    private static final String ANN = "ann";

    private final LocalStack stack;

    People(LocalStack stack) {
        this.stack = stack;
    }

    void answer(String taskId, String text) {
        tasks().answer(AnswerRequest.newBuilder()
                .setTaskId(taskId)
                .setText(text)
                .setBy(ANN)
                .build());
    }

    void approve(String taskId) {
        tasks().approve(ApproveRequest.newBuilder().setTaskId(taskId).setBy(ANN).build());
    }

    void reject(String taskId) {
        tasks().reject(RejectRequest.newBuilder().setTaskId(taskId).setBy(ANN).build());
    }

    void pause(String taskId) {
        tasks().pause(PauseRequest.newBuilder().setTaskId(taskId).setBy(ANN).build());
    }

    void resume(String taskId) {
        tasks().resume(ResumeRequest.newBuilder().setTaskId(taskId).setBy(ANN).build());
    }

    void instruct(String taskId, String text) {
        tasks().instruct(InstructRequest.newBuilder()
                .setTaskId(taskId)
                .setText(text)
                .setBy(ANN)
                .build());
    }

    void extend(String taskId, String costUsd) {
        tasks().extend(ExtendRequest.newBuilder()
                .setTaskId(taskId)
                .setCostUsd(costUsd)
                .setBy(ANN)
                .build());
    }

    void stop(String taskId) {
        tasks().stop(StopRequest.newBuilder().setTaskId(taskId).setBy(ANN).build());
    }

    void cancel(String taskId) {
        tasks().cancel(CancelRequest.newBuilder().setTaskId(taskId).setBy(ANN).build());
    }

    void retryAccount(String account) {
        stack.client()
                .accounts()
                .retryAccount(
                        RetryAccountRequest.newBuilder().setAccount(account).build());
    }

    private TaskServiceBlockingStub tasks() {
        return stack.client().tasks();
    }
}
