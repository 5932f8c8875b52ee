"""httpbin, and what it lacks: server-sent events, the names of files in a form, and a refusal of what was read.

The pages in httpbin/docs describe these operations as MoreApi.
"""
import time

from flask import Response, jsonify, request
from httpbin import app


@app.route("/ticks")
def ticks():
    """Sends `count` events, at most `most` over one connection, each with the `Last-Event-ID` that it was asked with.

    `ending` is what becomes of a connection that others have to follow: `end`, `break` or `silence`.
    """
    count, most = request.args.get("count", 1, int), request.args.get("most", 100, int)
    ending, after = request.args.get("ending", "end"), request.headers.get("Last-Event-ID", "")
    first = int(after or 0) + 1
    if first > count:
        return "", 204
    last = min(first + most - 1, count)

    def pieces():
        yield "\ufeff".encode()
        for number in range(first, last + 1):
            data = f'data: {{"number": {number}, "after": "{after}",\r\ndata: "text": "ä€😀"}}'
            event = f"event: tick\n: a comment\nretry: 1\r\nid: {number}\r{data}\n\n".encode()
            # A byte at a time, so that lines and characters are cut.
            yield from (event[at : at + 1] for at in range(len(event)))
        if last == count or ending == "end":
            return
        yield b"event: tick\nid: 99\ndata: {"
        if ending == "silence":
            time.sleep(5)
        raise ConnectionAbortedError("as asked")

    return Response(pieces(), content_type="text/event-stream")


@app.route("/parts", methods=["POST"])
def parts():
    """Shows what a server reads of the files in a multipart body."""
    return jsonify(
        [
            {"field": field, "name": file.filename, "type": file.content_type, "text": file.read().decode()}
            for field, file in request.files.items(multi=True)
        ]
    )


@app.route("/refuse", methods=["PUT"])
def refuse():
    """Reads a body to its end, so that the connection can be used again, and answers 503."""
    return f"{len(request.get_data())} bytes are too much", 503
