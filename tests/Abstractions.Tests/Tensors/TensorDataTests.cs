using FsCheck.Xunit;

namespace ParityNet.Tests.Tensors;

public class TensorDataTests
{
    [Fact]
    public void Flat_reads_a_strided_slice_in_row_major_order()
    {
        Tensor<int> whole = Tensor.Create([.. Enumerable.Range(0, 12)], [3, 4]);

        Assert.Equal([1, 2, 5, 6, 9, 10], whole.Slice(.., 1..3).Flat().ToArray());
        Assert.Equal([4, 5, 6, 7], whole.Slice(1..2, ..).Flat().ToArray());
        Assert.Equal([3, 7, 11], whole.Slice(.., 3..).Flat().ToArray());
        Assert.Equal([1, 2, 5, 6, 9, 10], whole.Slice(.., 1..3).Copy().Flat().ToArray());
    }

    [Property]
    public void Flat_reads_every_slice_as_its_indices_say(Drawn.Section section)
    {
        Tensor<int> whole = Tensor.Create([.. Enumerable.Range(0, section.Rows * section.Columns)], [section.Rows, section.Columns]);
        int[] expected = [.. Of(section.OfRows, section.Rows).SelectMany(r => Of(section.OfColumns, section.Columns), (r, c) => r * section.Columns + c)];

        Assert.Equal(expected, whole.Slice(section.OfRows, section.OfColumns).Flat().ToArray());
    }

    [Fact]
    public void Flat_of_a_dense_tensor_is_its_own_memory_and_a_copy_is_not()
    {
        Tensor<int> tensor = Tensor.Create([1, 2, 3], [3]);
        Tensor<int> copy = tensor.Copy();
        tensor.FlatForWriting()[0] = 7;

        Assert.Equal(7, tensor.Flat()[0]);
        Assert.Equal([1, 2, 3], copy.Flat().ToArray());
    }

    [Fact]
    public void Writing_to_a_strided_slice_is_refused()
    {
        Tensor<int> slice = Tensor.Create([.. Enumerable.Range(0, 12)], [3, 4]).Slice(.., 1..3);

        Assert.Equal(
            "tensor must be dense: expected contiguous memory, got strides [4, 1].",
            Assert.Throws<ArgumentException>(() => { _ = slice.FlatForWriting(); }).Message);
    }

    [Fact]
    public void Empty_tensor_has_no_elements() => Assert.Equal(0, Tensor.Create(Array.Empty<float>(), [2, 0]).Flat().Length);

    [Fact]
    public void Broadcast_repeats_along_the_dimensions_that_are_longer()
    {
        Tensor<int> row = Tensor.Create([1, 2], [2]), column = Tensor.Create([1, 2], [2, 1]);

        Assert.Equal([1, 2, 1, 2, 1, 2], row.FlatBroadcast([3, 2]).ToArray());
        Assert.Equal([1, 1, 1, 2, 2, 2], column.FlatBroadcast([2, 3]).ToArray());
        Assert.Equal([5, 5], Tensor.Create([5], [1]).FlatBroadcast([2, 1]).ToArray());
    }

    [Property]
    public void Sum_is_the_adjoint_of_broadcast(Drawn.Numbers drawn)
    {
        ReadOnlySpan<double> repeated = Tensor.Create(drawn.ForNarrow, drawn.Narrow).FlatBroadcast(drawn.Wide);
        Tensor<double> summed = TensorData.SumTo<double>(drawn.ForWide, drawn.Wide, drawn.Narrow);

        // ⟨broadcast x, y⟩ = ⟨x, sum y⟩, exactly: all numbers are whole and small.
        Assert.Equal(Inner(repeated, drawn.ForWide), Inner(drawn.ForNarrow, summed.Flat()));
        Assert.Equal(drawn.Narrow, summed.Lengths.ToArray());
    }

    [Fact]
    public void Sum_does_not_lose_what_cancels() =>
        Assert.Equal(2, TensorData.SumTo<double>([1, 1e100, 1, -1e100], [4], [1]).Flat()[0]);

    static IEnumerable<int> Of(System.Range range, int length)
    {
        (int offset, int count) = range.GetOffsetAndLength(length);
        return Enumerable.Range(offset, count);
    }

    static double Inner(ReadOnlySpan<double> a, ReadOnlySpan<double> b)
    {
        double sum = 0;
        for (int i = 0; i < a.Length; i++)
            sum += a[i] * b[i];
        return sum;
    }
}
