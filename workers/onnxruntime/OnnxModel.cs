using System.Text;

namespace ParityNet.Workers.OnnxRuntime;

/// <summary>A model of one operator, written as ONNX's protocol buffers: some hundred bytes.</summary>
/// <param name="Operator">The operator.</param>
/// <param name="Opset">The version of the operators.</param>
/// <param name="Inputs">The inputs by name, with their element types.</param>
/// <param name="Attributes">The attributes: a number, a whole number or a word.</param>
sealed record OnnxModel(
    string Operator, int Opset, IReadOnlyList<(string Name, OnnxModel.Element Type)> Inputs, IReadOnlyList<(string Name, object Value)> Attributes)
{
    /// <summary>The name of the output.</summary>
    public const string Output = "y";

    const int IrVersion = 10;

    /// <summary>Element types by ONNX's numbers.</summary>
    public enum Element
    {
        /// <summary>float.</summary>
        Single = 1,

        /// <summary>int64.</summary>
        Index = 7,

        /// <summary>double.</summary>
        Double = 11,
    }

    /// <summary>What identifies the model.</summary>
    public string Key => $"{Operator} {string.Join(' ', Inputs)} {string.Join(' ', Attributes)}";

    /// <summary>The model's bytes.</summary>
    /// <param name="result">The element type of the output.</param>
    public byte[] Bytes(Element result) => Message(model =>
    {
        model.Number(1, IrVersion);
        model.Part(8, opset => opset.Number(2, Opset));
        model.Part(7, graph =>
        {
            graph.Part(1, Node);
            graph.Text(2, Operator);
            foreach ((string name, Element type) in Inputs)
                graph.Part(11, info => Value(info, name, type));
            graph.Part(12, info => Value(info, Output, result));
        });
    });

    void Node(Writer node)
    {
        foreach ((string name, _) in Inputs)
            node.Text(1, name);
        node.Text(2, Output);
        node.Text(4, Operator);
        foreach ((string name, object value) in Attributes)
            node.Part(5, attribute => Attribute(attribute, name, value));
    }

    static void Attribute(Writer attribute, string name, object value)
    {
        attribute.Text(1, name);
        switch (value)
        {
            case float number:
                attribute.Single(2, number);
                attribute.Number(20, 1);
                break;
            case long whole:
                attribute.Number(3, whole);
                attribute.Number(20, 2);
                break;
            default:
                attribute.Text(4, (string)value);
                attribute.Number(20, 3);
                break;
        }
    }

    // Without a shape any shape is taken.
    static void Value(Writer info, string name, Element type)
    {
        info.Text(1, name);
        info.Part(2, of => of.Part(1, tensor => tensor.Number(1, (long)type)));
    }

    static byte[] Message(Action<Writer> body)
    {
        var writer = new Writer();
        body(writer);
        return writer.Bytes;
    }

    /// <summary>Writes fields of protocol buffers.</summary>
    sealed class Writer
    {
        readonly List<byte> bytes = [];

        public byte[] Bytes => [.. bytes];

        public void Number(int field, long number)
        {
            Varint((ulong)field << 3);
            Varint((ulong)number);
        }

        public void Single(int field, float number)
        {
            Varint(((ulong)field << 3) | 5);
            bytes.AddRange(BitConverter.GetBytes(number));
        }

        public void Text(int field, string text) => Field(field, Encoding.UTF8.GetBytes(text));

        public void Part(int field, Action<Writer> body) => Field(field, Message(body));

        void Field(int field, byte[] content)
        {
            Varint(((ulong)field << 3) | 2);
            Varint((ulong)content.Length);
            bytes.AddRange(content);
        }

        void Varint(ulong number)
        {
            for (; number >= 0x80; number >>= 7)
                bytes.Add((byte)(number | 0x80));
            bytes.Add((byte)number);
        }
    }
}
