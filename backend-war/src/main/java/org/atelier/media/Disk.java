package org.atelier.media;

import java.io.IOException;
import org.atelier.web.DiskProblems;

/** Where the disk is used for somebody who waits. */
final class Disk {
    private static final System.Logger LOG = System.getLogger(Disk.class.getName());

    private Disk() {}

    interface Work<T> {
        T run() throws IOException;
    }

    /** @throws org.atelier.web.Problem what {@link DiskProblems} says, when the disk does not do its work */
    static <T> T using(Work<T> work) {
        try {
            return work.run();
        } catch (IOException failed) {
            LOG.log(System.Logger.Level.ERROR, "A picture could not be stored or read: {0}", failed.toString());
            throw DiskProblems.of(failed);
        }
    }
}
