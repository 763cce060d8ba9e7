using FsCheck.Xunit;

namespace ParityNet.Tests.Tensors;

public class ShapeTests
{
    [Property]
    public void Broadcast_does_not_depend_on_the_order(nint[] a, nint[] b) =>
        Assert.Equal((IEnumerable<nint>?)Shape.Broadcast(a, b), Shape.Broadcast(b, a));

    [Property]
    public void Broadcast_of_a_shape_with_itself_is_itself(nint[] a) => Assert.Equal(a, Shape.Broadcast(a, a)!);

    [Property]
    public void Broadcast_with_ones_is_the_shape(nint[] a) => Assert.Equal(a, Shape.Broadcast(a, [1])!);

    [Property]
    public void Narrow_shape_broadcasts_to_the_wide_one(Drawn.Broadcast shapes) => Assert.Equal(shapes.Wide, Shape.Broadcast(shapes.Narrow, shapes.Wide)!);

    [Property]
    public void Broadcast_of_three_does_not_depend_on_grouping(nint[] a, nint[] b, nint[] c) =>
        Assert.Equal((IEnumerable<nint>?)Joined(Joined(a, b), c), Joined(a, Joined(b, c)));

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
