package org.atelier.chat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import javax.imageio.ImageIO;
import javax.sql.DataSource;
import org.atelier.catalogue.CatalogueModel;
import org.atelier.database.Database;
import org.atelier.events.PersonEvents;
import org.atelier.gallery.Gallery;
import org.atelier.gallery.GalleryFixture;
import org.atelier.gallery.Making;
import org.atelier.media.MediaFixture;
import org.atelier.media.MediaStore;
import org.atelier.provider.ChatMessage;
import org.atelier.provider.ChatRequest;
import org.atelier.provider.Modality;
import org.atelier.provider.Prices;
import org.atelier.provider.ProviderModel;
import org.atelier.web.Problem;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Pictures that go with questions and come with answers, on both databases, with real files. */
class PicturesInChatTest {
    private static final String DRAWS = "bench/chat-image-delay-20";

    @TempDir
    Path folder;

    private final UUID person = UUID.randomUUID();
    private final UUID conversation = UUID.randomUUID();

    /** What the container would wire, on one database. */
    private final class Desk {
        final Database database;
        final MediaStore media;
        final Gallery gallery;
        final Messages messages;
        final MessagePictures pictures;
        final Eyes eyes;

        Desk(Database database) {
            this.database = database;
            media = MediaFixture.in(database, folder);
            gallery = GalleryFixture.in(database, folder);
            messages = new Messages(database);
            pictures = new MessagePictures(database, gallery);
            eyes = new Eyes(pictures, media);
        }

        UUID picture(UUID owner, int width) {
            try {
                var made = Files.createTempFile(media.workFolder(), "test", "");
                ImageIO.write(new BufferedImage(width, 10, BufferedImage.TYPE_INT_RGB), "png", made.toFile());
                var file = media.keep(made);
                database.write(handle -> {
                    gallery.add(handle, owner, file, Making.upload(Optional.empty()));
                    return null;
                });
                return file.id();
            } catch (IOException failed) {
                throw new UncheckedIOException(failed);
            }
        }

        Eyes.Turn turn(ChatMessage message, UUID... media) {
            var id = Database.newId();
            database.submitRows(MessagePictures.rows(id, List.of(media))).join();
            return new Eyes.Turn(id, message);
        }
    }

    private static CatalogueModel model(Modality... inputs) {
        var definition = new ProviderModel(
                "m",
                "m",
                "m",
                "",
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Set.of(inputs),
                Set.of(Modality.TEXT),
                Prices.UNKNOWN,
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
        return new CatalogueModel(definition, true, false);
    }

    private static List<UUID> ids(List<Eyes.Turn> turns) {
        return turns.stream().map(Eyes.Turn::id).toList();
    }

    private static List<Integer> pictures(List<ChatMessage> messages) {
        return messages.stream()
                .map(message -> (int) message.parts().stream()
                        .filter(ChatMessage.Picture.class::isInstance)
                        .count())
                .toList();
    }

    @ParameterizedTest
    @MethodSource("org.atelier.database.TestDatabases#both")
    void aPictureInAnAnswerIsStoredWithItAndIsAnItemOfTheGallery(DataSource source) throws Exception {
        try (var database = new Database(source);
                var provider = new TestProvider()) {
            var desk = new Desk(database);
            var kept =
                    new AnswerPictures(() -> provider.client, desk.media, desk.gallery, desk.messages, desk.pictures);
            kept.start();
            var branches = new Branches(desk.messages);
            var answers = new Answers(
                    new AnswerStore(database), branches, new AnswerNews(new PersonEvents()), kept, NoSearch.YET);
            answers.start();
            var question = Rows.question(conversation, Optional.empty(), "Draw a boat");
            var row = Rows.answer(conversation, question.id(), DRAWS);
            database.append(Messages.row(question), Messages.row(row));
            var answer = answers.begin(person, row);
            var request = new ChatRequest(
                    DRAWS,
                    List.of(ChatMessage.user("Draw a boat")),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Map.of("modalities", List.of("image", "text")));
            answer.producedBy(provider.client.stream(request, TestProvider.UNRECORDED, answer));
            var done = answer.ended().get(20, TimeUnit.SECONDS);
            answers.close();

            assertThat(done.status()).isEqualTo(Status.COMPLETE);
            assertThat(done.media().orElseThrow()).hasSize(1);
            var item = done.media().get().get(0);
            assertThat(item.width()).isEqualTo(256);
            assertThat(item.prompt()).contains("Draw a boat");
            assertThat(item.cost().orElseThrow().toString()).isEqualTo("0.01");
            assertThat(desk.gallery.shown(person, List.of(item.id()))).hasSize(1);
            assertThat(desk.gallery.shown(UUID.randomUUID(), List.of(item.id())))
                    .isEmpty();
            assertThat(desk.pictures.of(List.of(row.id()))).containsEntry(row.id(), List.of(item.id()));
        }
    }

    @ParameterizedTest
    @MethodSource("org.atelier.database.TestDatabases#both")
    void aModelThatSeesGetsPicturesWithQuestionsOnlyThoseOfAnswersWithTheNextOne(DataSource source) {
        try (var database = new Database(source)) {
            var desk = new Desk(database);
            var turns = List.of(
                    desk.turn(ChatMessage.user("Look"), desk.picture(person, 10), desk.picture(person, 20)),
                    desk.turn(ChatMessage.assistant("Here is another"), desk.picture(person, 30)),
                    desk.turn(ChatMessage.user("Compare them")));
            var attached = List.of(desk.picture(person, 40), desk.picture(UUID.randomUUID(), 50));
            var sent = desk.eyes.look(person, model(Modality.TEXT, Modality.IMAGE), turns, ids(turns), attached);
            assertThat(pictures(sent)).as("somebody else's is never sent").containsExactly(2, 0, 2);
            assertThat(sent.get(1)).isEqualTo(ChatMessage.assistant("Here is another"));
        }
    }

    @ParameterizedTest
    @MethodSource("org.atelier.database.TestDatabases#both")
    void onlyTheNewestPicturesAreSentAndLargeOnesAreScaled(DataSource source) {
        try (var database = new Database(source)) {
            var desk = new Desk(database);
            var turns = new ArrayList<Eyes.Turn>();
            for (int i = 0; i < 5; i++) {
                turns.add(desk.turn(ChatMessage.user("Look"), desk.picture(person, 4000), desk.picture(person, 10)));
            }
            var sent = desk.eyes.look(person, model(Modality.IMAGE), turns, ids(turns), List.of());
            assertThat(pictures(sent)).containsExactly(0, 2, 2, 2, 2);
            assertThat(widths(sent.get(4))).containsExactly(1536, 10);
        }
    }

    @ParameterizedTest
    @MethodSource("org.atelier.database.TestDatabases#both")
    void anAnswerThatIsNothingButAPictureIsSeenWithTheNextQuestion(DataSource source) {
        try (var database = new Database(source)) {
            var desk = new Desk(database);
            var drawn = desk.turn(ChatMessage.assistant("said nothing"), desk.picture(person, 10));
            var first = desk.turn(ChatMessage.user("Draw"));
            var next = desk.turn(ChatMessage.user("Larger"));
            var sent = desk.eyes.look(
                    person, model(Modality.IMAGE), List.of(first, next), List.of(first.id(), drawn.id()), List.of());
            assertThat(pictures(sent)).containsExactly(0, 1);
        }
    }

    private static List<Integer> widths(ChatMessage message) {
        return message.parts().stream()
                .filter(ChatMessage.Picture.class::isInstance)
                .map(part -> width(((ChatMessage.Picture) part).dataUrl()))
                .toList();
    }

    private static int width(String dataUrl) {
        try {
            var bytes = java.util.Base64.getDecoder().decode(dataUrl.substring(dataUrl.indexOf(',') + 1));
            return ImageIO.read(new java.io.ByteArrayInputStream(bytes)).getWidth();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    @ParameterizedTest
    @MethodSource("org.atelier.database.TestDatabases#both")
    void aModelThatSeesNothingIsRefusedForAQuestionWithPicturesAndGetsOldOnesLeftOut(DataSource source) {
        try (var database = new Database(source)) {
            var desk = new Desk(database);
            var seen = desk.turn(ChatMessage.user("Look"), desk.picture(person, 10));
            var next = desk.turn(ChatMessage.user("And now in words"));
            var blind = model(Modality.TEXT);
            assertThatThrownBy(() -> desk.eyes.look(person, blind, List.of(seen), List.of(seen.id()), List.of()))
                    .isInstanceOf(Problem.class);
            assertThat(pictures(desk.eyes.look(
                            person, blind, List.of(seen, next), List.of(seen.id(), next.id()), List.of())))
                    .containsExactly(0, 0);
        }
    }

    @ParameterizedTest
    @MethodSource("org.atelier.database.TestDatabases#both")
    void whatIsNotInOnesOwnGalleryCannotBeAttached(DataSource source) {
        try (var database = new Database(source)) {
            var desk = new Desk(database);
            var mine = desk.picture(person, 10);
            var foreign = desk.picture(UUID.randomUUID(), 10);
            desk.pictures.check(person, List.of(mine, mine));
            assertThatThrownBy(() -> desk.pictures.check(person, List.of(mine, foreign)))
                    .isInstanceOf(Problem.class);
            assertThatThrownBy(() -> desk.pictures.check(person, List.of(UUID.randomUUID())))
                    .isInstanceOf(Problem.class);
        }
    }
}
