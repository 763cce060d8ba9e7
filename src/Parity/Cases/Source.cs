using System.Numerics;
using FsCheck;
using FsCheck.Fluent;

namespace ParityNet.Parity.Cases;

/// <summary>
/// A generator of many numbers from one seed that FsCheck chooses, which costs far less than one FsCheck choice per number.
/// </summary>
/// <typeparam name="T">The floating-point type.</typeparam>
/// <param name="draw">Draws one number.</param>
sealed class Source<T>(Func<Xoshiro, T> draw) where T : unmanaged, IFloatingPointIeee754<T>
{
    static readonly Gen<ulong> Seeds =
        from high in Gen.Choose(0, int.MaxValue) from low in Gen.Choose(0, int.MaxValue) select ((ulong)high << 31) + (ulong)low;

    /// <summary>Draws one number.</summary>
    public T Next(Xoshiro random) => draw(random);

    /// <summary>An array of numbers.</summary>
    public Gen<T[]> ArrayOf(int count) => Seeds.Select(seed =>
    {
        var random = new Xoshiro(seed);
        var all = new T[count];
        for (int i = 0; i < count; i++)
            all[i] = draw(random);
        return all;
    });

    /// <summary>One of several sources, with probabilities in proportion to the weights.</summary>
    public static Source<T> OneOf(params (int Weight, Source<T> Of)[] sources)
    {
        int all = sources.Sum(source => source.Weight);
        return new(random =>
        {
            int at = random.Next(all), i = 0;
            while (at >= sources[i].Weight)
                at -= sources[i++].Weight;
            return sources[i].Of.Next(random);
        });
    }

    /// <summary>One of the given numbers, with equal probabilities.</summary>
    public static Source<T> Among(params T[] numbers) => new(random => numbers[random.Next(numbers.Length)]);

    /// <summary>The numbers that satisfy a predicate.</summary>
    public Source<T> Where(Predicate<T> fits) => new(random =>
    {
        T number = draw(random);
        while (!fits(number))
            number = draw(random);
        return number;
    });

    /// <summary>The numbers mapped by a function.</summary>
    public Source<T> Map(Func<T, T> change) => new(random => change(draw(random)));
}
