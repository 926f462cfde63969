using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace Portal.Returns.Cases;

/// <summary>
/// A case's number (RMA), such as <c>R-7K3M-42XQ</c>: 40 bits in Crockford's base 32, whose letters are not mistaken
/// for digits when read aloud or off a slip. It is no secret: it opens nothing by itself.
/// </summary>
public sealed record CaseNumber
{
    private const string Alphabet = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
    private const int Length = 8;

    private CaseNumber(string value) => Value = value;

    /// <summary>The canonical form: capital letters, with hyphens.</summary>
    public string Value { get; }

    /// <summary>The number made of the low 40 bits; randomness comes from the caller.</summary>
    public static CaseNumber From(ulong bits)
    {
        Span<char> digits = stackalloc char[Length];
        for (var i = Length - 1; i >= 0; i--)
        {
            digits[i] = Alphabet[(int)(bits & 31)];
            bits >>= 5;
        }

        return Format(digits);
    }

    /// <summary>Reads what a person typed: any case, with or without prefix, spaces and hyphens; O is 0, I and L are 1; digits of any script.</summary>
    public static bool TryParse([NotNullWhen(true)] string? text, [NotNullWhen(true)] out CaseNumber? number)
    {
        number = null;
        Span<char> digits = stackalloc char[Length + 1];
        var count = 0;
        foreach (var character in text ?? "")
        {
            if (char.IsWhiteSpace(character) || char.GetUnicodeCategory(character) is UnicodeCategory.DashPunctuation)
            {
                continue;
            }

            if (count == digits.Length || Digit(character) is not { } digit)
            {
                return false;
            }

            digits[count++] = digit;
        }

        // R is a digit of the alphabet too: only the length tells the prefix from it.
        if (count == Length + 1 && digits[0] == 'R')
        {
            number = Format(digits[1..]);
        }
        else if (count == Length)
        {
            number = Format(digits[..Length]);
        }

        return number is not null;
    }

    public override string ToString() => Value;

    private static CaseNumber Format(ReadOnlySpan<char> digits) => new($"R-{digits[..4]}-{digits[4..]}");

    private static char? Digit(char character)
    {
        var decimalDigit = CharUnicodeInfo.GetDecimalDigitValue(character);
        var upper = decimalDigit >= 0 ? (char)('0' + decimalDigit) : char.ToUpperInvariant(character) switch
        {
            'O' => '0',
            'I' or 'L' => '1',
            var other => other,
        };
        return Alphabet.Contains(upper, StringComparison.Ordinal) ? upper : null;
    }
}
