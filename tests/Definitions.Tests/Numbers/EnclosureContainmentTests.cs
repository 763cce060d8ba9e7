using System.Numerics;
using ParityNet.Definitions.Numbers;
using Xunit;

namespace ParityNet.Definitions.Tests.Numbers;

public class FloatContainmentTests : EnclosureContainmentTests<float>
{
    [Fact]
    public void An_implementation_wholly_in_double_rounded_once_is_inside()
    {
        Random random = new(5);
        for (int i = 0; i < 60_000; i++)
        {
            Expression expression = Expression.Random(random, 4, () => Points.Random<float>(random));
            float computed = (float)expression.Evaluate<Machine<double>>().Value;
            Enclosure<float> enclosure = expression.Evaluate<Enclosure<float>>();
            Assert.True(enclosure.Contains(computed) || enclosure.ContainsBeyondRange(computed), $"{expression}: {computed:R} in {enclosure}");
        }
    }
}

public class DoubleContainmentTests : EnclosureContainmentTests<double>;

public abstract class EnclosureContainmentTests<T>
    where T : unmanaged, IFloatingPointIeee754<T>
{
    static readonly (string Name, Func<T, T, T> Rounded, Func<Enclosure<T>, Enclosure<T>, Enclosure<T>> Enclosed)[] Binary =
    [
        ("+", (a, b) => a + b, (a, b) => a + b),
        ("-", (a, b) => a - b, (a, b) => a - b),
        ("*", (a, b) => a * b, (a, b) => a * b),
        ("/", (a, b) => a / b, (a, b) => a / b),
        ("min", T.Min, Enclosure<T>.Min),
        ("max", T.Max, Enclosure<T>.Max),
        ("sqrt", (a, _) => T.Sqrt(a), (a, _) => Enclosure<T>.Sqrt(a)),
        ("square", (a, _) => a * a, (a, _) => Enclosure<T>.Square(a)),
        ("abs", (a, _) => T.Abs(a), (a, _) => Enclosure<T>.Abs(a)),
        ("negate", (a, _) => -a, (a, _) => -a),
    ];

    [Fact]
    public void The_rounded_result_of_every_operation_on_points_is_inside()
    {
        T[] points = Points.Adversarial<T>();
        foreach (var operation in Binary)
        {
            foreach (T a in points)
            {
                foreach (T b in points)
                    AssertInside(operation.Name, a, b, operation.Rounded(a, b), operation.Enclosed(Enclosure<T>.Exact(double.CreateChecked(a)), Enclosure<T>.Exact(double.CreateChecked(b))));
            }
        }
    }

    [Fact]
    public void The_rounded_result_of_operations_on_members_of_intervals_is_inside()
    {
        Random random = new(7);
        for (int i = 0; i < 100_000; i++)
        {
            var operation = Binary[i % Binary.Length];
            T a = Points.Random<T>(random), b = Points.Random<T>(random);
            Enclosure<T> first = Enclosure<T>.Hull(Enclosure<T>.Exact(double.CreateChecked(a)), Enclosure<T>.Exact(double.CreateChecked(Points.Random<T>(random))));
            Enclosure<T> second = Enclosure<T>.Hull(Enclosure<T>.Exact(double.CreateChecked(b)), Enclosure<T>.Exact(double.CreateChecked(Points.Random<T>(random))));
            AssertInside(operation.Name, a, b, operation.Rounded(a, b), operation.Enclosed(first, second));
        }
    }

    [Fact]
    public void The_rounded_value_of_a_random_expression_is_inside()
    {
        Random random = new(11);
        for (int i = 0; i < 60_000; i++)
        {
            Expression expression = Expression.Random(random, 4, () => double.CreateChecked(Points.Random<T>(random)));
            T computed = expression.Evaluate<Machine<T>>().Value;
            Enclosure<T> enclosure = expression.Evaluate<Enclosure<T>>();
            Assert.True(enclosure.Contains(computed) || enclosure.ContainsBeyondRange(computed), $"{expression}: {computed:R} in {enclosure}");
        }
    }

    static void AssertInside(string name, T a, T b, T result, Enclosure<T> enclosure) =>
        Assert.True(enclosure.Contains(result), $"{a:R} {name} {b:R} = {result:R} in {enclosure}");
}
