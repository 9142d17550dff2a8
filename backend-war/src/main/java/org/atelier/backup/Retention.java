package org.atelier.backup;

import java.io.IOException;
import java.util.stream.Stream;
import org.atelier.audit.Action;
import org.atelier.audit.Actor;
import org.atelier.audit.Audit;
import org.atelier.audit.Target;

/** Which backups go by themselves: only those that began by themselves, and old failures with them. */
final class Retention {
    private static final System.Logger LOG = System.getLogger(Retention.class.getName());

    private final BackupFolder folder;
    private final Audit audit;
    private final int keep;

    /** @param keep how many of them stay */
    Retention(BackupFolder folder, Audit audit, int keep) {
        this.folder = folder;
        this.audit = audit;
        this.keep = keep;
    }

    /** One that cannot be removed goes the next time: the backup that was just made is none the worse for it. */
    void apply() {
        try {
            var all = folder.all();
            var own = all.stream()
                    .filter(one -> one.state() == BackupView.State.COMPLETE && one.madeBy() != MadeBy.PERSON)
                    .skip(keep);
            var failures = all.stream()
                    .filter(one -> one.state() == BackupView.State.FAILED)
                    .skip(keep);
            for (var old : Stream.concat(own, failures).toList()) {
                folder.remove(old.id());
                audit.record(Actor.system(), Action.BACKUP_DELETED, Target.backup(old.id()));
            }
        } catch (IOException failed) {
            LOG.log(System.Logger.Level.WARNING, "Old backups are removed later", failed);
        }
    }
}
