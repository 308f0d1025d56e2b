#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * CoachPlayerError:
 * @COACH_PLAYER_ERROR_CLIP_MISSING: there is no file, or it cannot be read
 * @COACH_PLAYER_ERROR_CLIP_DAMAGED: the file is no clip, or too little of it is left to show
 * @COACH_PLAYER_ERROR_CODEC_MISSING: the clip is whole, but nothing installed can decode it
 * @COACH_PLAYER_ERROR_FAILED: the machinery of playing itself does not work
 *
 * Why a clip cannot be shown, or a sound not be played.
 */
typedef enum
{
  COACH_PLAYER_ERROR_CLIP_MISSING,
  COACH_PLAYER_ERROR_CLIP_DAMAGED,
  COACH_PLAYER_ERROR_CODEC_MISSING,
  COACH_PLAYER_ERROR_FAILED,
} CoachPlayerError;

#define COACH_PLAYER_ERROR (coach_player_error_quark ())

GQuark coach_player_error_quark (void);

G_END_DECLS
