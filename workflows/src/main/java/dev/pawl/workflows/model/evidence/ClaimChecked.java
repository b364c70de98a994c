package dev.pawl.workflows.model.evidence;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * A value of this kind has no bound that a history could live with: it grows with checks, files, reasons or what people
 * say. Where one is large, its JSON goes to the content store and the history holds a reference to it. A value without
 * this mark is bounded by itself, and refused where it is not.
 */
@Documented
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
public @interface ClaimChecked {}
