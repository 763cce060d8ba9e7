namespace ParityNet.Tests.Optimizers;

public class StateTests
{
    static readonly Tensor<float>[] Parameters = [Tensor.Create([1f, 2f, 3f], [3]), Tensor.Create([4f], [1, 1])];

    public static TheoryData<int> Examples => [.. Enumerable.Range(0, All.Length)];

    static readonly OptimizerSpec[] All = [.. Catalog.Examples<OptimizerSpec>()];

    [Theory, MemberData(nameof(Examples))]
    public void First_state_copies_the_parameters_and_fills_the_slots(int example)
    {
        OptimizerSpec spec = All[example];
        Tensor<float>[] parameters = For(spec);
        OptimizerState<float> state = spec.Init(parameters);

        Assert.Equal(0, state.Step);
        Assert.Equal(spec.Slots.Select(slot => slot.Name).Order(), state.Slots.Keys.Order());
        for (int p = 0; p < parameters.Length; p++)
        {
            Assert.Equal(parameters[p].Flat().ToArray(), state.Parameters[p].Flat().ToArray());
            Assert.Equal(parameters[p].Lengths.ToArray(), state.Parameters[p].Lengths.ToArray());
            Assert.False(Shares(parameters[p], state.Parameters[p]));
            foreach (OptimizerSlot slot in spec.Slots)
            {
                Assert.Equal(spec.SlotFor(slot, p)?.ShapeFor(parameters[p].Lengths) ?? [0], state[slot.Name][p].Lengths.ToArray());
                if (slot.StartsAtParameter)
                    Assert.Equal(parameters[p].Flat().ToArray(), state[slot.Name][p].Flat().ToArray());
                else
                    Assert.All(state[slot.Name][p].Flat().ToArray(), element => Assert.Equal((float)slot.Initial, element));
            }
        }
    }

    [Theory, MemberData(nameof(Examples))]
    public void Copy_is_equal_and_shares_nothing(int example)
    {
        OptimizerState<float> state = All[example].Init(For(All[example]));
        OptimizerState<float> copy = state.Copy();

        Assert.Equal(state.Step, copy.Step);
        Assert.Equal(state.Slots.Keys.Order(), copy.Slots.Keys.Order());
        foreach ((Tensor<float> a, Tensor<float> b) in Tensors(state).Zip(Tensors(copy)))
        {
            Assert.Equal(a.Flat().ToArray(), b.Flat().ToArray());
            Assert.False(Shares(a, b));
        }
    }

    [Fact]
    public void First_state_reads_a_strided_parameter_right()
    {
        Tensor<float> slice = Tensor.Create([0f, 1f, 2f, 3f], [2, 2]).Slice(.., 1..);

        Assert.Equal([1f, 3f], new Adam().Init([slice]).Parameters[0].Flat().ToArray());
    }

    [Fact]
    public void Gradients_must_fit_the_parameters()
    {
        OptimizerState<float> state = new Sgd().Init(Parameters);

        Assert.Equal(
            "gradients must hold one tensor per parameter: expected 2, got 1.",
            Assert.Throws<ArgumentException>(() => state.Check([Parameters[0]])).Message);
        Assert.Equal(
            "gradient 1 must have the shape of parameter 1: expected [1, 1], got [3].",
            Assert.Throws<ArgumentException>(() => state.Check([Parameters[0], Parameters[0]])).Message);
    }

    // As many as a spec names, and matrices where it wants them.
    static Tensor<float>[] For(OptimizerSpec spec) => [.. Enumerable.Range(0, Math.Max(2, spec.SmallestParameters)).Select(i =>
        spec.RankOf(i) is { } rank && Parameters[i % 2].Rank != rank ? Tensor.Create(Parameters[i % 2].Flat().ToArray(), [1, Parameters[i % 2].FlattenedLength]) : Parameters[i % 2])];

    static IEnumerable<Tensor<float>> Tensors(OptimizerState<float> state) =>
        state.Parameters.Concat(state.Slots.OrderBy(slot => slot.Key).SelectMany(slot => slot.Value));

    static bool Shares(Tensor<float> a, Tensor<float> b) => a.Flat().Overlaps(b.Flat());
}
