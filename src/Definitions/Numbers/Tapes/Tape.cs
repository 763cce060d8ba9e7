namespace ParityNet.Definitions.Numbers;

/// <summary>Records a computation from variables, node by node, for reverse-mode differentiation.</summary>
/// <remarks>
/// Nodes are stored in one array, each after its operands. A tape can be reused for the next evaluation: <see cref="Clear"/>
/// keeps the buffers. Not safe for concurrent use.
/// </remarks>
/// <typeparam name="R">The number system of values and cotangents.</typeparam>
public sealed partial class Tape<R>
    where R : struct, IReal<R>
{
    const int FirstCapacity = 64;

    readonly List<int> variables = [];
    Node[] nodes = new Node[FirstCapacity];
    int[] links = new int[FirstCapacity];
    int count, linkCount, branches, forms;

    /// <summary>The number of variables.</summary>
    internal int Variables => variables.Count;

    /// <summary>Adds a variable to differentiate with respect to.</summary>
    /// <param name="value">Its value.</param>
    /// <returns>The variable; gradients list variables in the order in which they were added.</returns>
    public Adjoint<R> Variable(R value)
    {
        variables.Add(count);
        return new(value, this, Add(new Node { Rule = Rule.Variable }));
    }

    /// <summary>Removes all nodes and variables. Numbers that were recorded on the tape must no longer be used.</summary>
    public void Clear()
    {
        variables.Clear();
        (count, linkCount, branches, forms) = (0, 0, 0, 0);
    }

    /// <summary>
    /// Whether many alike computations are recorded, such as those of the elements of a long row: then they choose between forms of a derivative in
    /// turns, so that all combinations of the few forms of each are followed, and undecided conditions give the cotangent to both branches.
    /// </summary>
    internal bool IsLong { get; set; }

    /// <summary>Adds a node with one or two operands; the position of a constant operand is negative.</summary>
    internal int Record(Rule rule, int a, int b, R first, R second) =>
        Add(new Node { Rule = rule, A = a, B = b, First = first, Second = second });

    /// <summary>Adds a choice between two operands, given the outcomes of both strict comparisons.</summary>
    internal int RecordChoice(int a, int b, Truth isA, Truth isB) =>
        Add(new Node { Rule = Rule.Choice, A = a, B = b, IsA = isA, IsB = isB });

    /// <summary>Adds a choice between the two branches of an undecided condition.</summary>
    internal int RecordBranch(Truth isA, int a, int b) => RecordBranch(isA, a, b, IsLong ? MostBranches : branches++);

    /// <summary>Adds a choice between two forms of the same derivative; only the first form if the tape has too many branches.</summary>
    internal int RecordForm(int a, int b) => R.KeepsFirst ? a
        : IsLong ? RecordBranch(Truth.Maybe, a, b, forms++ % MostForms)
        : branches < MostBranches ? RecordBranch(Truth.Maybe, a, b) : a;

    /// <summary>Adds a sum of operands on this tape.</summary>
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

    int RecordBranch(Truth isA, int a, int b, int ordinal) => Add(new Node { Rule = Rule.Branch, A = a, B = b, IsA = isA, Ordinal = ordinal });

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
