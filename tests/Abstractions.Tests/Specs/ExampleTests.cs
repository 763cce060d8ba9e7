namespace ParityNet.Tests.Specs;

public class ExampleTests
{
    public static TheoryData<string> Ops => new(Catalog.All.Select(op => op.Name));

    [Theory, MemberData(nameof(Ops))]
    public void Op_shows_examples_that_differ_and_carry_its_name(string op)
    {
        ImmutableArray<OpSpec> examples = Catalog.Find(op).Examples;

        Assert.NotEmpty(examples);
        Assert.All(examples, example => Assert.Equal(op, example.Name));
        Assert.Equal(examples.Length, examples.Distinct().Count());
    }

    [Theory, MemberData(nameof(Ops))]
    public void Example_equals_itself_rebuilt_from_its_options(string op)
    {
        OpEntry entry = Catalog.Find(op);
        foreach (OpSpec example in entry.Examples)
        {
            OpSpec rebuilt = example is Perceptron p
                ? new Perceptron([.. p.Widths.ToArray()], p.Hidden, p.Output, p.Normalization, p.Momentum, p.Dropout, p.Weights)
                : entry.Build(entry.OptionsOf(example).ToDictionary(o => o.Key, o => OptionValue.Json(o.Value)));

            Assert.NotSame(example, rebuilt);
            Assert.Equal(example, rebuilt);
            Assert.Equal(example.GetHashCode(), rebuilt.GetHashCode());
        }
    }

    [Theory, MemberData(nameof(Ops))]
    public void Spec_differs_once_an_option_does(string op)
    {
        OpEntry entry = Catalog.Find(op);
        OpSpec spec = entry.Examples[0];
        foreach (OptionInfo option in entry.Options.Where(o => o.Property.SetMethod is not null))
        {
            object? value = option.Property.GetValue(spec);
            OpSpec? other = entry.Examples.Select(example => option.Property.GetValue(example)).Where(v => Text(v) != Text(value))
                .Append(Another(value, option.Type)).Select(v => Altered(spec, option, v)).FirstOrDefault(altered => altered is not null);

            Assert.True(other is not null, $"{op} must take another value of {option.Name}.");
            Assert.NotEqual(spec, other);
        }
    }

    [Fact]
    public void Names_are_taken_once_within_a_kind() =>
        Assert.All(Catalog.All.GroupBy(op => op.Kind), kind =>
        {
            string[] names = [.. kind.SelectMany(op => op.Names)];
            Assert.Equal(names.Length, names.Distinct().Count());
        });

    static string Text(object? value) => OptionValue.Text(OptionValue.Plain(value));

    // A value that another example has may not go with the rest of the default spec.
    static OpSpec? Altered(OpSpec spec, OptionInfo option, object? value)
    {
        try
        {
            return value is null ? null : Building.With(spec, option.Property.Name, value);
        }
        catch (ArgumentException)
        {
            return null;
        }
    }

    // For options that are alike in all examples; every range in use holds one of these beside the default.
    static object? Another(object? value, Type type) => value switch
    {
        null => Nullable.GetUnderlyingType(type) == typeof(double) ? 0.5 : (object)1,
        bool b => !b,
        int i => i == 1 ? 2 : 1,
        long l => l + 1,
        double d => d > 1 ? d + 1 : d == 0.5 ? 0.25 : 0.5,
        Enum e => Enum.ToObject(e.GetType(), Convert.ToInt32(e) == 0 ? 1 : 0),
        _ => null,
    };
}
