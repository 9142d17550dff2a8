package org.atelier.provider.demo;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Writes Markdown about the words of a prompt; it understands nothing and says so first. */
final class DemoAuthor {

    private static final String NOTICE =
            "> **Demo answer.** No language model was asked and nothing was spent; add a provider key for real answers.\n\n";

    private static final int LONGEST_EXCERPT = 200;

    private static final Pattern SUM =
            Pattern.compile("(-?\\d{1,9}(?:\\.\\d{1,6})?)\\s*([-+*/×x÷])\\s*(\\d{1,9}(?:\\.\\d{1,6})?)");
    private static final Pattern TOPIC = Pattern.compile("[\\p{L}][\\p{L}\\p{N}'-]{3,}");
    private static final Set<String> SMALL_WORDS = Set.of(
            "about",
            "also",
            "and",
            "answer",
            "code",
            "compare",
            "could",
            "explain",
            "from",
            "function",
            "give",
            "have",
            "hello",
            "help",
            "into",
            "list",
            "make",
            "math",
            "please",
            "program",
            "show",
            "some",
            "table",
            "tell",
            "that",
            "the",
            "their",
            "them",
            "then",
            "there",
            "they",
            "this",
            "what",
            "when",
            "where",
            "which",
            "will",
            "with",
            "would",
            "write",
            "your",
            "eine",
            "einen",
            "einer",
            "bitte",
            "mir",
            "oder",
            "über",
            "und",
            "wie",
            "zwischen");

    private DemoAuthor() {}

    static String answer(ChatQuestion question) {
        if (question.tool().isPresent()) {
            return NOTICE
                    + "You want a tool to be called, so one is; its arguments are samples made from its own description.";
        }
        List<String> topics = topics(question.prompt());
        StringBuilder answer = new StringBuilder(NOTICE);
        answer.append(opening(question));
        question.toolResult().ifPresent(result -> answer.append("Your tool answered:\n\n> ")
                .append(excerpt(result))
                .append("\n\n"));
        question.pictures().forEach(picture -> answer.append(PictureFacts.sentence(picture)));
        List<String> parts = parts(question, topics);
        (parts.isEmpty() ? List.of(outline(topics)) : parts).forEach(answer::append);
        return answer.append(closing(question, topics)).toString();
    }

    static String thoughts(ChatQuestion question) {
        List<String> topics = topics(question.prompt());
        return "The person wrote " + question.prompt().split("\\s+").length + " words. What stands out: "
                + String.join(", ", topics) + ". I cannot know anything about it, being a demonstration, "
                + "but I can order these words, choose a fitting form and say honestly what I am. ";
    }

    private static String opening(ChatQuestion question) {
        String greeting =
                has(question, "hello", "hallo", "good morning", "guten tag") ? "Hello! Nice to meet you. " : "";
        return greeting + "You asked:\n\n> " + excerpt(question.prompt()) + "\n\n";
    }

    private static List<String> parts(ChatQuestion question, List<String> topics) {
        List<String> parts = new ArrayList<>();
        Matcher sum = SUM.matcher(question.prompt());
        if (sum.find()) {
            parts.add(calculation(sum));
        } else if (has(question, "math", "formula", "equation", "formel")) {
            parts.add("A formula, to show that it is typeset:\n\n$$\n\\sum_{k=1}^{n} k = \\frac{n(n+1)}{2}\n$$\n\n");
        }
        if (has(question, "table", "compare", "tabelle", "vergleich")) {
            parts.add(table(topics));
        }
        if (has(question, "code", "program", "function", "script", "python", "java", "programm")) {
            parts.add(code(topics));
        }
        if (has(question, "list", "ideas", "steps", "plan", "liste", "ideen", "schritte")) {
            parts.add(steps(topics));
        }
        return parts;
    }

    private static boolean has(ChatQuestion question, String... words) {
        String prompt = question.prompt().toLowerCase(Locale.ROOT);
        for (String word : words) {
            if (Pattern.compile("\\b" + word).matcher(prompt).find()) {
                return true;
            }
        }
        return false;
    }

    private static String calculation(Matcher sum) {
        BigDecimal left = new BigDecimal(sum.group(1));
        BigDecimal right = new BigDecimal(sum.group(3));
        String sign = sum.group(2);
        boolean divides = sign.equals("/") || sign.equals("÷");
        if (divides && right.signum() == 0) {
            return "Dividing $" + left + "$ by zero has no result, not even in a demo.\n\n";
        }
        String result =
                switch (sign) {
                    case "+" -> left.add(right).toPlainString();
                    case "-" -> left.subtract(right).toPlainString();
                    case "/", "÷" -> left.divide(right, MathContext.DECIMAL32).toPlainString();
                    default -> left.multiply(right).toPlainString();
                };
        String symbol = divides ? "\\div" : sign.equals("+") || sign.equals("-") ? sign : "\\times";
        return "This much arithmetic I can really do:\n\n$$\n" + left + " " + symbol + " " + right + " = " + result
                + "\n$$\n\n";
    }

    private static String table(List<String> topics) {
        StringBuilder table = new StringBuilder("| Word | Letters | First asked about |\n| --- | ---: | --- |\n");
        for (int i = 0; i < topics.size(); i++) {
            String place = i == 0 ? "yes" : "after *" + topics.get(i - 1) + "*";
            table.append("| **%s** | %d | %s |%n"
                    .formatted(topics.get(i), topics.get(i).length(), place)
                    .replace("\r", ""));
        }
        return table.append('\n').toString();
    }

    private static String code(List<String> topics) {
        String words = String.join("\", \"", topics);
        return """
                A small program with your words in it:

                ```python
                words = ["%s"]

                for number, word in enumerate(words, start=1):
                    print(f"{number}. {word.title()}: {len(word)} letters")
                ```

                """.formatted(words);
    }

    private static String steps(List<String> topics) {
        StringBuilder steps = new StringBuilder("One way to go about it:\n\n");
        List<String> verbs = List.of(
                "Look closely at", "Write down what you know of", "Ask somebody about", "Try", "Rest, then return to");
        for (int i = 0; i < verbs.size(); i++) {
            steps.append(i + 1)
                    .append(". ")
                    .append(verbs.get(i))
                    .append(" **")
                    .append(topics.get(i % topics.size()))
                    .append("**.\n");
        }
        return steps.append('\n').toString();
    }

    private static String outline(List<String> topics) {
        StringBuilder outline = new StringBuilder(
                "A real model would know something about this. The demo can only sketch how an answer might be built:\n\n");
        for (String topic : topics) {
            outline.append("### ")
                    .append(Character.toUpperCase(topic.charAt(0)))
                    .append(topic.substring(1))
                    .append("\n\n");
            outline.append("- what *").append(topic).append("* means here\n- one example, one exception\n\n");
        }
        return outline.toString();
    }

    private static String closing(ChatQuestion question, List<String> topics) {
        String turn = question.turns() > 1
                ? "This was message " + question.turns() + " of our conversation, and all of it was sent along. "
                : "";
        return turn + "Ask for a *table*, a *list*, some *code* or a *calculation* about " + topics.get(0)
                + " to see more.\n";
    }

    private static List<String> topics(String prompt) {
        Set<String> topics = new LinkedHashSet<>();
        Matcher word = TOPIC.matcher(prompt);
        while (word.find() && topics.size() < 4) {
            String topic = word.group().toLowerCase(Locale.ROOT);
            if (!SMALL_WORDS.contains(topic)) {
                topics.add(topic);
            }
        }
        return topics.isEmpty() ? List.of("your question") : List.copyOf(topics);
    }

    /** On one line and without markup, so that a prompt cannot break the answer's layout. */
    private static String excerpt(String prompt) {
        String line = prompt.replaceAll("\\s+", " ").strip().replaceAll("([\\\\`*_\\[\\]<>|$#])", "\\\\$1");
        if (line.length() <= LONGEST_EXCERPT) {
            return line;
        }
        boolean insideCharacter = Character.isHighSurrogate(line.charAt(LONGEST_EXCERPT - 1));
        return line.substring(0, insideCharacter ? LONGEST_EXCERPT - 1 : LONGEST_EXCERPT) + "…";
    }
}
