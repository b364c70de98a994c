package dev.pawl.acceptance.histories;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.parallel.ResourceLock;

/**
 * A test class that records histories of the stack of {@link RecordedStack}, one class after the other. Runs only if
 * asked for: a normal build replays the recorded files, and the crash tests replay live runs.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@ExtendWith(RecordedStack.Extension.class)
@ResourceLock("recorded stack")
@EnabledIfSystemProperty(
        named = Recorder.WRITE,
        matches = "true|false",
        disabledReason = "histories are recorded on demand")
@interface OnRecordedStack {}
