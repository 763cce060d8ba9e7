using System.Reflection;

namespace ParityNet.Tests.Specs;

public class OptionRangeTests
{
    public static TheoryData<string, string> Numeric => Options(o => Number(o.Type) == typeof(double) || Number(o.Type) == typeof(int));

    public static TheoryData<string, string> Changeable =>
        Options(o => (Number(o.Type) == typeof(double) || Number(o.Type) == typeof(int)) && o.Property.SetMethod is not null);

    public static TheoryData<string, string> Enumerations => Options(o => o.Type.IsEnum);

    // Any dimension may be right for some rank, and any class may be ignored.
    static readonly string[] Free = ["Dimension", "IgnoreIndex"];

    [Theory, MemberData(nameof(Numeric))]
    public void Option_takes_its_range_and_refuses_the_rest_when_built(string op, string option) =>
        Check(Catalog.Find(op), option, value => Building.New(Catalog.Find(op), option, value));

    [Theory, MemberData(nameof(Changeable))]
    public void Option_takes_its_range_and_refuses_the_rest_in_a_with_expression(string op, string option) =>
        Check(Catalog.Find(op), option, value => Building.With(Catalog.Find(op).Examples[0], option, value));

    [Theory, MemberData(nameof(Enumerations))]
    public void Enumeration_refuses_what_it_does_not_define(string op, string option)
    {
        OpEntry entry = Catalog.Find(op);
        PropertyInfo property = entry.SpecType.GetProperty(option)!;
        object value = Enum.ToObject(property.PropertyType, 99);
        string message = $"{option} must be one of {string.Join(", ", Enum.GetNames(property.PropertyType))}, got 99.";

        Assert.Equal(message, Refused(() => Building.New(entry, option, value)));
        Assert.Equal(message, Refused(() => Building.With(entry.Examples[0], option, value)));
    }

    [Fact]
    public void Ranges_name_the_option_in_plain_code_too()
    {
        var huber = new Huber(0.5);

        Assert.Equal("Delta must be a number greater than 0, got -1.", Refused(() => new Huber(-1)));
        Assert.Equal("Delta must be a number greater than 0, got 0.", Refused(() => huber with { Delta = 0 }));
        Assert.Equal("LearningRate must be a finite number of at least 0, got NaN.", Refused(() => new Adam(double.NaN)));
        Assert.Equal("Beta2 must be a number of at least 0 and less than 1, got 1.", Refused(() => new AdamW() with { Beta2 = 1 }));
    }

    [Fact]
    public void Batch_mean_is_refused_by_every_loss_but_the_divergence()
    {
        foreach (OpEntry op in Catalog.Of(OpKind.Loss).Where(op => op.SpecType != typeof(KullbackLeibler)))
        {
            string message = $"Reduction must be one that {op.Name} has: expected Mean, Sum or None, got BatchMean.";
            Assert.Equal(message, Refused(() => Building.New(op, "Reduction", Reduction.BatchMean)));
            Assert.Equal(message, Refused(() => Building.With(op.Examples[0], "Reduction", Reduction.BatchMean)));
        }
        Assert.Equal(Reduction.BatchMean, new KullbackLeibler(Reduction: Reduction.BatchMean).Reduction);
    }

    [Theory]
    [InlineData(0.0, 0.0, MomentumForm.Buffer)]
    [InlineData(0.9, 0.5, MomentumForm.Buffer)]
    [InlineData(0.9, 0.0, MomentumForm.Averaging)]
    public void Nesterov_is_refused_without_plain_momentum(double momentum, double dampening, MomentumForm form)
    {
        string message = FormattableString.Invariant(
            $"Nesterov must be used with momentum, no dampening and no average: expected Momentum > 0, Dampening 0 and Form Buffer or Velocity, got {momentum}, {dampening} and {form}.");
        var nesterov = new Sgd(0.1, 0.9, Nesterov: true);

        Assert.Equal(message, Refused(() => new Sgd(0.1, momentum, dampening, Nesterov: true, Form: form)));
        Assert.Equal(message, Refused(() =>
            momentum == 0 ? nesterov with { Momentum = momentum } : dampening != 0 ? nesterov with { Dampening = dampening } : nesterov with { Form = form }));
    }

    [Theory, InlineData(MomentumForm.Velocity), InlineData(MomentumForm.Averaging)]
    public void Dampening_is_refused_where_momentum_is_not_PyTorchs(MomentumForm form)
    {
        string message = $"Dampening must be 0 where momentum is not PyTorch's: expected 0 with Form {form}, got 0.1.";

        Assert.Equal(message, Refused(() => new Sgd(0.1, 0.9, 0.1, Form: form)));
        Assert.Equal(message, Refused(() => new Sgd(0.1, 0.9, Form: form) with { Dampening = 0.1 }));
        Assert.Equal(message, Refused(() => new Sgd(0.1, 0.9, 0.1) with { Form = form }));
    }

    [Fact]
    public void Epsilon_under_the_root_is_refused_beside_another_that_is_not_outside()
    {
        const string message = "EpsilonRoot must be 0 where the other epsilon is not outside the root: expected 0 with Placement Inside, got 0.5.";

        Assert.Equal(message, Refused(() => new Adam(Placement: EpsilonPlacement.Inside, EpsilonRoot: 0.5)));
        Assert.Equal(message, Refused(() => new AdamW(EpsilonRoot: 0.5) with { Placement = EpsilonPlacement.Inside }));
    }

    [Fact]
    public void Group_names_each_of_its_parameters_once() => Assert.Equal(
        "a group must name each of its parameters once: expected different positions, got [0, 1, 0].",
        Refused(() => new Groups(new ParameterGroup(new Sgd(0.1), 0, 1, 0), new ParameterGroup(new Sgd(0.1)))));

    static void Check(OpEntry op, string option, Func<object, OpSpec> build)
    {
        Type type = op.SpecType.GetProperty(option)!.PropertyType;
        Range? range = Ranges.Of(op.SpecType, option);
        Assert.True(range is null == Free.Contains(option), $"{op.Name}.{option} must have its range in the table of ranges.");
        foreach (double inside in range?.Inside ?? [])
            Assert.Equal(Of(type, inside), op.SpecType.GetProperty(option)!.GetValue(build(Of(type, inside))));
        foreach (double outside in range?.Outside ?? [])
            Assert.Equal(range!.Message(option, Of(type, outside)), Refused(() => build(Of(type, outside))));
    }

    static object Of(Type type, double value) => Convert.ChangeType(value, Number(type));

    static Type Number(Type type) => Nullable.GetUnderlyingType(type) ?? type;

    static string Refused(Func<object> build) => Assert.ThrowsAny<ArgumentException>(build).Message;

    static TheoryData<string, string> Options(Func<OptionInfo, bool> which) =>
        new(Catalog.All.SelectMany(op => op.Options.Where(which).Select(o => (op.Name, o.Property.Name))));
}
