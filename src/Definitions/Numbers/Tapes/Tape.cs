namespace ParityNet.Definitions.Numbers;

/// <summary>What was computed from variables, node by node, so that a cotangent can be carried back through it.</summary>
/// <remarks>
/// Nodes lie in one array, each after those it was computed from. One tape serves one evaluation after another: <see cref="Clear"/>
/// keeps the memory. Not safe for concurrent use.
/// </remarks>
/// <typeparam name="R">The number system of values and cotangents.</typeparam>
public sealed partial class Tape<R>
    where R : struct, IReal<R>
{
    const int FirstCapacity = 64;

    readonly List<int> variables = [];
    Node[] nodes = new Node[FirstCapacity];
    int[] links = new int[FirstCapacity];
    int count, linkCount, branches;

    /// <summary>A number to differentiate by.</summary>
    /// <param name="value">The number.</param>
    /// <returns>The variable; the first one has the first place in every gradient.</returns>
    public Adjoint<R> Variable(R value)
    {
        variables.Add(count);
        return new(value, this, Add(new Node { Rule = Rule.Variable }));
    }

    /// <summary>Forgets all nodes and variables. Numbers that were on the tape must not be used any more.</summary>
    public void Clear()
    {
        variables.Clear();
        (count, linkCount, branches) = (0, 0, 0);
    }

    /// <summary>A node with one operand or two, each of which may be a constant, whose position is negative.</summary>
    internal int Record(Rule rule, int a, int b, R first, R second) =>
        Add(new Node { Rule = rule, A = a, B = b, First = first, Second = second });

    /// <summary>One of two operands by what is known of a comparison either way.</summary>
    internal int RecordChoice(int a, int b, Truth isA, Truth isB) =>
        Add(new Node { Rule = Rule.Choice, A = a, B = b, IsA = isA, IsB = isB });

    /// <summary>One of two branches of an undecided condition.</summary>
    internal int RecordBranch(Truth isA, int a, int b) => Add(new Node { Rule = Rule.Branch, A = a, B = b, IsA = isA, Ordinal = branches++ });

    /// <summary>One of two forms of the same derivative; the first alone, where there are many.</summary>
    internal int RecordForm(int a, int b) => branches < MostBranches && !R.KeepsFirst ? RecordBranch(Truth.Maybe, a, b) : a;

    /// <summary>A sum of operands on this tape.</summary>
    internal int RecordSum(ReadOnlySpan<Adjoint<R>> terms)
    {
        int start = linkCount;
        foreach (Adjoint<R> term in terms)
        {
            if (term.IsConstant)
                continue;
            if (linkCount == links.Length)
                Array.Resize(ref links, 2 * linkCount);
            links[linkCount++] = term.Position;
        }

        return Add(new Node { Rule = Rule.Sum, A = start, B = linkCount - start });
    }

    int Add(in Node node)
    {
        if (count == nodes.Length)
            Array.Resize(ref nodes, 2 * count);
        nodes[count] = node;
        return count++;
    }

    struct Node
    {
        public Rule Rule;
        public Truth IsA, IsB;
        public int A, B, Ordinal;
        public R First, Second;
    }
}
