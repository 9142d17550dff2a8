package org.atelier.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.EnumSet;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class JobStatusTest {
    @ParameterizedTest
    @EnumSource
    void anEndIsAnEndAndEverythingElseCanFail(JobStatus status) {
        assertThat(status.mayBecome(JobStatus.FAILED)).isEqualTo(!status.isOver());
        if (status.isOver()) {
            assertThat(Arrays.stream(JobStatus.values())).noneMatch(status::mayBecome);
        }
    }

    @ParameterizedTest
    @EnumSource
    void onlyWhatWasStoredIsComplete(JobStatus status) {
        assertThat(status.mayBecome(JobStatus.COMPLETED)).isEqualTo(status == JobStatus.STORING);
    }

    @ParameterizedTest
    @EnumSource
    void cancellingIsPossibleUntilTheResultIsHere(JobStatus status) {
        var before = EnumSet.of(JobStatus.QUEUED, JobStatus.SUBMITTING, JobStatus.PROCESSING);
        assertThat(status.mayBecome(JobStatus.CANCELLED)).isEqualTo(before.contains(status));
    }
}
