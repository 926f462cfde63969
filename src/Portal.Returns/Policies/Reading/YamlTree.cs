using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace Portal.Returns.Policies;

/// <summary>
/// Turns YAML into nodes from the parser's events, without recursion: depth is checked before anything is built, so that
/// no document can exhaust the stack. Aliases and further documents are errors; a policy needs neither.
/// </summary>
internal static class YamlTree
{
    public const int MaximumDepth = 32;

    /// <summary>The root, or null after an error that leaves nothing to read.</summary>
    public static Node? Read(string text, ErrorList errors)
    {
        using var reader = new StringReader(text);
        var end = Mark.Empty;
        try
        {
            var parser = new Parser(reader);
            var builder = new Builder(errors);
            while (parser.MoveNext())
            {
                end = parser.Current!.End;
                if (!builder.Accept(parser.Current))
                {
                    return null;
                }
            }

            return builder.Root;
        }
        catch (YamlException exception)
        {
            errors.Add(Math.Max(1, exception.Start.Line), Math.Max(1, exception.Start.Column), $"This is not YAML: {exception.Message.TrimEnd('.')}");
            return null;
        }
        catch (Exception exception)
        {
            // The parser gives up on some broken texts with whatever exception, and without saying where.
            errors.Add(Math.Max(1, end.Line), Math.Max(1, end.Column), $"This is not YAML: {exception.Message.TrimEnd('.')}");
            return null;
        }
    }

    private sealed class Builder(ErrorList errors)
    {
        private readonly Stack<(Node Node, ScalarNode? Key)> _open = [];
        private int _documents;

        public Node? Root { get; private set; }

        /// <summary>Takes one event in; false when reading on makes no sense.</summary>
        public bool Accept(ParsingEvent parsed)
        {
            switch (parsed)
            {
                case DocumentStart when ++_documents > 1:
                    return Stop(parsed, "A file holds one policy", "put the second document into its own file");
                case AnchorAlias:
                    return Stop(parsed, "Aliases are not allowed", "write the value out");
                case Scalar scalar:
                    return Place(new ScalarNode(scalar.Start.Line, scalar.Start.Column, scalar.Value), opens: false);
                case SequenceStart:
                    return Open(parsed, new SequenceNode(parsed.Start.Line, parsed.Start.Column));
                case MappingStart:
                    return Open(parsed, new MappingNode(parsed.Start.Line, parsed.Start.Column));
                case SequenceEnd or MappingEnd:
                    _open.Pop();
                    return true;
                default:
                    return true;
            }
        }

        private bool Open(ParsingEvent parsed, Node node) => _open.Count < MaximumDepth
            ? Place(node, opens: true)
            : Stop(parsed, $"This is nested more than {Invariant.Text(MaximumDepth)} levels deep", "flatten it");

        private bool Place(Node node, bool opens)
        {
            if (_open.Count == 0)
            {
                Root ??= node;
            }
            else if (_open.Peek() is (MappingNode mapping, var key))
            {
                _open.Pop();
                if (key is null && node is not ScalarNode)
                {
                    errors.Add(node, "A key must be a word");
                    return false;
                }

                if (key is null)
                {
                    _open.Push((mapping, (ScalarNode)node));
                }
                else
                {
                    mapping.Entries.Add((key, node));
                    _open.Push((mapping, null));
                }
            }
            else if (_open.Peek().Node is SequenceNode sequence)
            {
                sequence.Items.Add(node);
            }

            if (opens)
            {
                _open.Push((node, null));
            }

            return true;
        }

        private bool Stop(ParsingEvent parsed, string message, string fix)
        {
            errors.Add(Math.Max(1, parsed.Start.Line), Math.Max(1, parsed.Start.Column), message, fix);
            return false;
        }
    }
}
