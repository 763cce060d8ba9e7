using System.Collections.Immutable;
using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;
using System.Numerics;

namespace ParityNet.Cli.Options;

/// <summary>Options whose values are validated during parsing, with messages of the usual form.</summary>
static class Values
{
    /// <summary>A whole number of at least <paramref name="smallest"/>.</summary>
    public static Option<T> Whole<T>(string name, string description, T preset, T smallest) where T : struct, IBinaryInteger<T>, IMinMaxValue<T> =>
        Parsed(name, "n", description, preset,
            text => T.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out T number) && number >= smallest
            ? number
            : null, FromSmallest(smallest));

    /// <summary>A whole number of at least <paramref name="smallest"/>, or none.</summary>
    public static Option<int?> Some(string name, string description, int smallest) => new(name)
    {
        Description = description,
        HelpName = "n",
        CustomParser = result => Read<int>(
            result, name,
                text => int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out int number)
                && number >= smallest ? number : null,
            FromSmallest(smallest)),
    };

    /// <summary>A number in a range.</summary>
    public static Option<double> Number(string name, string description, double preset, Func<double, bool> fits, string range) =>
        Parsed(name, "x", description, preset, text => AsNumber(text) is { } number && fits(number) ? number : null, range);

    /// <summary>A number in a range, or none.</summary>
    public static Option<double?> Maybe(string name, string description, Func<double, bool> fits, string range) => new(name)
    {
        Description = description,
        HelpName = "x",
        CustomParser = result => Read<double>(result, name, text => AsNumber(text) is { } number && fits(number) ? number : null, range),
    };

    /// <summary>A comma-separated list; the option may also be repeated.</summary>
    public static Option<string[]?> List(string name, string helpName, string description) => new(name)
    {
        Description = description,
        HelpName = helpName,
        Arity = ArgumentArity.OneOrMore,
        CustomParser = result => Some(result, name, helpName,
            list => list.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)),
    };

    /// <summary>
    /// The words of a list, at least one: an empty list would mean all, which an empty variable in a script does not ask for.
    /// </summary>
    public static string[] Some(ArgumentResult result, string name, string helpName, Func<string, IEnumerable<string>> split)
    {
        string[] values = [.. result.Tokens.SelectMany(token => split(token.Value))];
        if (values.Length == 0)
            result.AddError(Wrong(name, $"{helpName} with commas between", "none"));
        return values;
    }

    /// <summary>A comma-separated list of whole numbers of at least <paramref name="smallest"/>.</summary>
    public static Option<int[]?> Wholes(string name, string description, int smallest) => new(name)
    {
        Description = description,
        HelpName = "n,n",
        CustomParser = result => Read<ImmutableArray<int>>(result, name, text =>
        {
            int?[] numbers = [.. text.Split(',').Select(word =>
                int.TryParse(word, NumberStyles.Integer, CultureInfo.InvariantCulture, out int number) && number >= smallest ? number : (int?)null)];
            return numbers.Contains(null) ? null : [.. numbers.Select(number => number!.Value)];
        }, $"whole numbers from {smallest} with commas between") is { IsDefault: false } read ? [.. read] : null,
    };

    /// <summary>A switch.</summary>
    public static Option<bool> Flag(string name, string description) => new(name) { Description = description };

    /// <summary>Any text.</summary>
    public static Option<string> Text(string name, string helpName, string description, string preset) =>
        new(name) { Description = description, HelpName = helpName, DefaultValueFactory = _ => preset };

    /// <summary>One of a few words.</summary>
    public static Option<string> Word(string name, string description, string preset, params string[] words) => new(name)
    {
        Description = description,
        HelpName = string.Join('|', words),
        DefaultValueFactory = _ => preset,
        CustomParser = result =>
        {
            string word = result.Tokens[0].Value;
            if (!words.Contains(word))
                result.AddError(Wrong(name, string.Join(" or ", words), word));
            return word;
        },
    };

    static string FromSmallest<T>(T smallest)
        where T : IBinaryInteger<T>, IMinMaxValue<T> =>
        string.Create(CultureInfo.InvariantCulture, $"a whole number from {smallest} to {T.MaxValue}");

    static double? AsNumber(string text) =>
        double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out double number) ? number : null;

    static Option<T> Parsed<T>(string name, string helpName, string description, T preset, Func<string, T?> read, string expected)
        where T : struct => new(name)
        {
            Description = description,
            HelpName = helpName,
            DefaultValueFactory = _ => preset,
            CustomParser = result => Read(result, name, read, expected),
        };

    static T Read<T>(ArgumentResult result, string name, Func<string, T?> read, string expected) where T : struct
    {
        string text = result.Tokens[0].Value;
        if (read(text) is { } value)
            return value;
        result.AddError(Wrong(name, expected, text));
        return default;
    }

    static string Wrong(string name, string expected, string got) => $"{name} must be of its kind: expected {expected}, got {got}.";
}
