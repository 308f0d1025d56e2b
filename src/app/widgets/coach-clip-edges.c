#define G_LOG_DOMAIN "coach-app"

#include "config.h"

#include "coach-clip-edges.h"

/* Pixels: how far an edge reaches into its picture, and how many of its rows are skipped. A codec
 * leaves some noise at the rim. */
#define DEPTH 8
#define ROW_STEP 4

/* Four bytes a pixel: blue, green, red, and one that does not count. */
static GdkRGBA
mix_block (const guint8 *pixels,
           gsize         stride,
           int           n_columns,
           int           n_rows)
{
  guint64 sums[3] = { 0, 0, 0 };
  guint n = 0;

  for (int y = 0; y == 0 || y < n_rows; y += ROW_STEP)
    for (int x = 0; x < n_columns; x++, n++)
      for (int c = 0; c < 3; c++)
        sums[c] += pixels[(gsize) y * stride + (gsize) x * 4 + (gsize) c];
  return (GdkRGBA) { (float) sums[2] / (float) n / 255, (float) sums[1] / (float) n / 255,
                     (float) sums[0] / (float) n / 255, 1 };
}

static void
read_edge (GskColorStop *stops,
           const guint8 *pixels,
           int           depth,
           int           height,
           gsize         stride)
{
  for (int i = 0; i < COACH_CLIP_EDGES_N_STOPS; i++)
    {
      int top = height * i / COACH_CLIP_EDGES_N_STOPS;
      int bottom = height * (i + 1) / COACH_CLIP_EDGES_N_STOPS;

      stops[i].offset = ((float) i + 0.5f) / COACH_CLIP_EDGES_N_STOPS;
      stops[i].color = mix_block (pixels + (gsize) top * stride, stride, depth, bottom - top);
    }
}

/**
 * coach_clip_edges_read:
 * @self: (out caller-allocates): the edges
 * @pixels: a picture of four bytes a pixel: blue, green, red, and one that does not count
 * @width: its width in pixels
 * @height: its height in pixels
 * @stride: bytes from one row to the next
 *
 * Reads the colours of the left and the right edge of a picture.
 */
void
coach_clip_edges_read (CoachClipEdges *self,
                       const guint8   *pixels,
                       int             width,
                       int             height,
                       gsize           stride)
{
  int depth = MIN (DEPTH, width);

  g_return_if_fail (self != NULL);
  g_return_if_fail (pixels != NULL);
  g_return_if_fail (width > 0 && height > 0);

  read_edge (self->left, pixels, depth, height, stride);
  read_edge (self->right, pixels + (gsize) (width - depth) * 4, depth, height, stride);
}

/**
 * coach_clip_edges_snapshot:
 * @self: the edges of a picture
 * @snapshot: what is drawn on
 * @picture: where the picture lies
 * @width: width of the view
 *
 * Fills the room at both sides of a picture. It reaches a pixel below the picture, which is drawn
 * on top, so that no line of the ground shows between them.
 */
void
coach_clip_edges_snapshot (const CoachClipEdges  *self,
                           GtkSnapshot           *snapshot,
                           const graphene_rect_t *picture,
                           double                 width)
{
  graphene_point_t top = picture->origin;
  graphene_point_t bottom = { top.x, top.y + picture->size.height };
  float right = picture->origin.x + picture->size.width;
  graphene_rect_t rest;

  if (picture->origin.x <= 0)
    return;
  graphene_rect_init (&rest, 0, top.y, picture->origin.x + 1, picture->size.height);
  gtk_snapshot_append_linear_gradient (snapshot, &rest, &top, &bottom, self->left,
                                       COACH_CLIP_EDGES_N_STOPS);
  graphene_rect_init (&rest, right - 1, top.y, (float) width - right + 1, picture->size.height);
  gtk_snapshot_append_linear_gradient (snapshot, &rest, &top, &bottom, self->right,
                                       COACH_CLIP_EDGES_N_STOPS);
}
