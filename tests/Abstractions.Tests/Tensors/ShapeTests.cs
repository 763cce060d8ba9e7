using FsCheck.Fluent;

namespace ParityNet.Tests.Tensors;

public class ShapeTests
{
    [Fact]
    public void Broadcast_does_not_depend_on_the_order() => Law.Holds(
        from a in Drawn.Shape from b in Drawn.Shape select (a, b),
        pair => Assert.Equal((IEnumerable<nint>?)Shape.Broadcast(pair.a, pair.b), Shape.Broadcast(pair.b, pair.a)));

    [Fact]
    public void Broadcast_of_a_shape_with_itself_is_itself() => Law.Holds(Drawn.Shape, a => Assert.Equal(a, Shape.Broadcast(a, a)!));

    [Fact]
    public void Broadcast_with_ones_is_the_shape() => Law.Holds(Drawn.Shape, a => Assert.Equal(a, Shape.Broadcast(a, [1])!));

    [Fact]
    public void Narrow_shape_broadcasts_to_the_wide_one() => Law.Holds(
        Drawn.WideAndNarrow, shapes => Assert.Equal(shapes.Wide, Shape.Broadcast(shapes.Narrow, shapes.Wide)!));

    [Fact]
    public void Broadcast_of_three_does_not_depend_on_grouping() => Law.Holds(
        from a in Drawn.Shape from b in Drawn.Shape from c in Drawn.Shape select (a, b, c),
        t => Assert.Equal((IEnumerable<nint>?)Joined(Joined(t.a, t.b), t.c), Joined(t.a, Joined(t.b, t.c))));

    [Theory]
    [InlineData(new[] { 2, 3 }, new[] { 2 })]
    [InlineData(new[] { 2 }, new[] { 3 })]
    [InlineData(new[] { 0 }, new[] { 2 })]
    public void Shapes_that_do_not_fit_give_none(int[] a, int[] b) => Assert.Null(Shape.Broadcast(Of(a), Of(b)));

    [Fact]
    public void Empty_dimension_broadcasts_with_one() => Assert.Equal([0, 3], Shape.Broadcast([0, 1], [1, 3])!);

    [Fact]
    public void Text_and_count_say_what_a_shape_is()
    {
        Assert.Equal("[2, 3]", Shape.Text([2, 3]));
        Assert.Equal("[]", Shape.Text([]));
        Assert.Equal(6, Shape.Count([2, 3]));
        Assert.Equal(0, Shape.Count([2, 0, 3]));
        Assert.Equal(1, Shape.Count([]));
    }

    // Where two shapes do not fit, no third one mends it.
    static nint[]? Joined(nint[]? a, nint[]? b) => a is null || b is null ? null : Shape.Broadcast(a, b);

    static nint[] Of(int[] shape) => [.. shape.Select(length => (nint)length)];
}
