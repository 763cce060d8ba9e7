using ParityNet.Definitions.Numbers;
using Xunit;

namespace ParityNet.Definitions.Tests.Numbers;

public class AdjointTests
{
    [Fact]
    public void One_sweep_gives_the_derivatives_by_all_variables()
    {
        var tape = new Tape<Plain>();
        Adjoint<Plain> x = tape.Variable(new(3)), y = tape.Variable(new(5)), z = tape.Variable(new(7));

        Plain[] gradient = tape.Gradient(x * y * x - Adjoint<Plain>.Exact(4) * y, new(2));

        Assert.Equal([60, 10, 0], gradient.Select(one => one.Value));
        Assert.Equal(7, z.Value.Value);
    }

    [Fact]
    public void The_cotangent_is_multiplied_before_all_else()
    {
        var tape = new Tape<Enclosure<float>>();
        Adjoint<Enclosure<float>> x = tape.Variable(Enclosure<float>.Exact(1)), tiny = Adjoint<Enclosure<float>>.Exact(1e-30f);

        // Forward, the factors would come to 0 before the cotangent is met.
        Enclosure<float> gradient = tape.Gradient(x * tiny * tiny, Enclosure<float>.Exact(1e30f))[0];

        Assert.True(gradient.Lo > 0);
        Assert.False(gradient.IsWide);
    }

    [Fact]
    public void Contributions_add_in_any_order()
    {
        var tape = new Tape<Enclosure<float>>();
        Adjoint<Enclosure<float>> x = tape.Variable(Enclosure<float>.Exact(1));
        float[] factors = [1e8f, 1.25f, -1e8f, 3];

        Enclosure<float> gradient = tape.Gradient(
            Adjoint<Enclosure<float>>.Sum([.. factors.Select(f => x * Adjoint<Enclosure<float>>.Exact(f))], SumClass.Wide), Enclosure<float>.Exact(1))[0];

        Assert.All(Orders(factors), order => Assert.True(gradient.Contains(order.Aggregate(0f, (sum, next) => sum + next))));
    }

    [Fact]
    public void An_undecided_branch_is_followed_both_ways_and_not_by_halves()
    {
        Enclosure<float> around = Enclosure<float>.Hull(Enclosure<float>.Exact(-1), Enclosure<float>.Exact(1));
        var tape = new Tape<Enclosure<float>>();
        Adjoint<Enclosure<float>> x = tape.Variable(around), zero = Adjoint<Enclosure<float>>.Exact(0);

        Enclosure<float> gradient = tape.Gradient(Adjoint<Enclosure<float>>.Where(x > zero, x * Adjoint<Enclosure<float>>.Exact(3), x + x), Enclosure<float>.Exact(1))[0];

        Assert.Equal((2, 3), (gradient.Lo, gradient.Hi));
    }

    [Fact]
    public void A_branch_that_only_underflow_takes_is_beside_the_gradient_and_not_in_it()
    {
        var tape = new Tape<Enclosure<float>>();
        Adjoint<Enclosure<float>> x = tape.Variable(Enclosure<float>.Exact(1)), small = Adjoint<Enclosure<float>>.Exact(1e-30f);

        Enclosure<float> gradient = tape.Gradient(
            Adjoint<Enclosure<float>>.Where(small * small > Adjoint<Enclosure<float>>.Exact(0), x * Adjoint<Enclosure<float>>.Exact(2), x * Adjoint<Enclosure<float>>.Exact(3)),
            Enclosure<float>.Exact(1))[0];

        Assert.True(gradient.IsPoint);
        Assert.True(gradient.Contains(2));
        Assert.True(gradient.ContainsBeyondRange(3));
    }

    [Fact]
    public void Of_many_undecided_branches_no_combination_is_left_out()
    {
        Enclosure<float> around = Enclosure<float>.Hull(Enclosure<float>.Exact(-1), Enclosure<float>.Exact(1));
        var tape = new Tape<Enclosure<float>>();
        Adjoint<Enclosure<float>> x = tape.Variable(around), zero = Adjoint<Enclosure<float>>.Exact(0);
        Adjoint<Enclosure<float>>[] parts = [.. Enumerable.Range(0, 7).Select(i => Adjoint<Enclosure<float>>.Where(x > zero, x * Adjoint<Enclosure<float>>.Exact(1 << i), zero))];

        Enclosure<float> gradient = tape.Gradient(Adjoint<Enclosure<float>>.Sum(parts, SumClass.Any), Enclosure<float>.Exact(1))[0];

        Assert.Equal(0, gradient.Lo);
        Assert.InRange(gradient.Hi, 127, 128);
    }

    [Fact]
    public void The_branch_that_is_not_taken_gets_nothing_even_where_its_derivative_is_infinite()
    {
        var tape = new Tape<Plain>();
        Adjoint<Plain> x = tape.Variable(new(0)), root = Adjoint<Plain>.Sqrt(x);

        Assert.Equal(1, tape.Gradient(Adjoint<Plain>.Where(x > root, root, x), new(1))[0].Value);
        Assert.Equal(double.PositiveInfinity, tape.Gradient(root, new(1))[0].Value);
        Assert.Equal(0, tape.Gradient(Adjoint<Plain>.Detach(root), new(1))[0].Value);
    }

    [Fact]
    public void A_cleared_tape_begins_anew()
    {
        var tape = new Tape<Plain>();
        for (int i = 1; i < 200; i++)
        {
            tape.Clear();
            Adjoint<Plain>[] x = [.. Enumerable.Range(0, i).Select(k => tape.Variable(new(k)))];
            Plain[] gradient = tape.Gradient(Adjoint<Plain>.Sum([.. x.Select(Adjoint<Plain>.Square)], SumClass.Any), new(0.5));
            Assert.Equal(x.Select(one => one.Value.Value), gradient.Select(one => one.Value));
        }
    }

    [Fact]
    public void Numbers_of_two_tapes_do_not_mix() => Assert.Throws<InvalidOperationException>(
        () => new Tape<Plain>().Variable(new(1)) * new Tape<Plain>().Variable(new(2)));

    static IEnumerable<float[]> Orders(float[] all) => all.Length <= 1
        ? [all]
        : all.SelectMany((first, i) => Orders([.. all[..i], .. all[(i + 1)..]]).Select(rest => (float[])[first, .. rest]));
}
