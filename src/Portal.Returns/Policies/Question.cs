namespace Portal.Returns.Policies;

/// <summary>What a policy answers, in the order in which it is asked.</summary>
public enum Question
{
    Eligibility,
    Window,
    Resolutions,
    Shipment,
    Fees,
    RefundWhen,
    Review,
}

public static class QuestionNames
{
    /// <summary>How many questions there are.</summary>
    public const int Count = (int)Question.Review + 1;

    /// <summary>The name in a policy document and in a trace.</summary>
    public static string Name(this Question question) => question switch
    {
        Question.Eligibility => "eligibility",
        Question.Window => "window",
        Question.Resolutions => "resolutions",
        Question.Shipment => "shipment",
        Question.Fees => "fees",
        Question.RefundWhen => "refundWhen",
        Question.Review => "review",
        _ => throw new ArgumentOutOfRangeException(nameof(question)),
    };
}
