using System.Buffers;
using System.Text;
using System.Text.Json;
using NodaTime;
using Portal.Returns.Statutes;

namespace Portal.Returns.Decisions;

/// <summary>
/// The form in which a decision is stored and replayed: its facts, its answer and what decided. The same facts give the same bytes.
/// Dates and instants are ISO text, amounts are <see cref="Money.ToString"/>, enumerations their names.
/// </summary>
public static class DecisionJson
{
    /// <summary>Canonical JSON without white space, of a decision made from these facts for the instant <paramref name="now"/>.</summary>
    public static string Write(OrderFacts facts, Decision decision, Instant now)
    {
        ArgumentNullException.ThrowIfNull(facts);
        ArgumentNullException.ThrowIfNull(decision);
        var buffer = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(buffer))
        {
            json.WriteStartObject();
            json.WriteString("engine", ReturnEngine.Version);
            json.WriteString("statutes", StatuteBook.Version);
            json.WriteString("zones", DateTimeZoneProviders.Tzdb.VersionId);
            json.WriteString("now", Invariant.Text(now));
            json.WritePropertyName("order");
            OrderFactsJson.Write(json, facts);
            json.WritePropertyName("decision");
            Write(json, decision);
            json.WriteEndObject();
        }

        return Encoding.UTF8.GetString(buffer.WrittenSpan);
    }

    private static void Write(Utf8JsonWriter json, Decision decision)
    {
        json.WriteStartObject();
        json.WriteString("line", decision.Request.LineId);
        json.WriteNumber("quantity", decision.Request.Quantity);
        json.WriteString("reason", decision.Request.Reason.ToString());
        json.WriteString("kind", decision.Kind.ToString());
        json.WriteString("verdict", decision.Verdict.ToString());
        json.WriteString("deadline", decision.Deadline is { } deadline ? Invariant.Text(deadline) : null);
        json.WriteTexts("resolutions", decision.Resolutions.Select(resolution => resolution.ToString()));
        if (decision.Bonus is { } bonus)
        {
            json.WriteStartObject("bonus");
            WriteAmount(json, bonus.Amount, bonus.Rate);
            json.WriteEndObject();
        }

        json.WriteTexts("shipments", decision.Shipments.Select(shipment => shipment.ToString()));
        json.WriteObjects("fees", decision.Fees, fee =>
        {
            json.WriteString("key", fee.MessageKey);
            WriteAmount(json, fee.Amount, fee.Rate);
        });
        json.WriteString("refundWhen", decision.RefundWhen.ToString());
        if (decision.RefundFirst.Count > 0)
        {
            json.WriteTexts("refundFirst", decision.RefundFirst);
        }

        json.WriteObjects("reasons", decision.Reasons, reason => WriteReason(json, reason));
        if (decision.Alternative is { } alternative)
        {
            json.WriteStartObject("alternative");
            json.WriteString("kind", alternative.Kind.ToString());
            json.WriteString("reason", alternative.Reason.ToString());
            json.WriteString("until", alternative.Until is { } until ? Invariant.Text(until) : null);
            if (alternative.OnlyCredit)
            {
                json.WriteBoolean("onlyCredit", value: true);
            }

            json.WriteEndObject();
        }

        json.WriteObjects("trace", decision.Trace, trace => WriteTrace(json, trace));
        json.WriteString("policy", decision.PolicyName);
        json.WriteString("policyHash", decision.PolicyHash);
        if (decision.Other is { } other)
        {
            json.WritePropertyName("other");
            Write(json, other);
        }

        json.WriteEndObject();
    }

    private static void WriteAmount(Utf8JsonWriter json, Money amount, Rate? rate)
    {
        json.WriteString("amount", amount.ToString());
        if (rate is { } percent)
        {
            json.WriteString("rate", percent.ToString());
        }
    }

    private static void WriteReason(Utf8JsonWriter json, DecisionReason reason)
    {
        json.WriteString("key", reason.MessageKey);
        json.WriteString("question", reason.Question);
        json.WriteString("rule", reason.RuleId);
        json.WriteString("article", reason.ArticleKey);
        json.WriteBoolean("internal", reason.IsInternal);
        json.WriteStartObject("arguments");
        foreach (var (name, value) in reason.Arguments.OrderBy(argument => argument.Key, StringComparer.Ordinal))
        {
            json.WriteString(name, value);
        }

        json.WriteEndObject();
    }

    private static void WriteTrace(Utf8JsonWriter json, QuestionTrace trace)
    {
        json.WriteString("question", trace.Question);
        json.WriteString("rule", trace.RuleId);
        json.WriteString("answer", trace.Answer);
        WriteInternal(json, trace.IsInternal);
        json.WriteObjects("facts", trace.Facts, fact => WriteFact(json, fact));
        json.WriteObjects("skipped", trace.Skipped, skipped =>
        {
            json.WriteString("rule", skipped.RuleId);
            if (skipped.Fact is { } fact)
            {
                WriteFact(json, fact);
            }

            json.WriteString("wanted", skipped.Wanted.ToString());
            WriteInternal(json, skipped.IsInternal);
        });
    }

    private static void WriteInternal(Utf8JsonWriter json, bool isInternal)
    {
        if (isInternal)
        {
            json.WriteBoolean("internal", value: true);
        }
    }

    private static void WriteFact(Utf8JsonWriter json, UsedFact fact)
    {
        json.WriteString("name", fact.Name);
        json.WriteString("value", fact.Value);
    }
}
