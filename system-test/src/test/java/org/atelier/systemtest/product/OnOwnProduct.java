package org.atelier.systemtest.product;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.parallel.ResourceLock;

/**
 * A class that starts, stops and kills products of its own: beside the tests {@link OnSharedSite}, after the other classes of its kind,
 * since two cores have room for one more.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@ResourceLock("product of its own")
public @interface OnOwnProduct {}
