package dev.pawl.workflows.model.evidence;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Marks values whose size has no suitable bound for a history: they grow with checks, files, reasons or people's texts.
 * The JSON of a large one goes to the content store, and the history holds a reference. Values without this mark are
 * bounded, and refused if too large.
 */
@Documented
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
public @interface ClaimChecked {}
