"""The one body of the coach: lengths of its bones and widths of its joints, in body heights."""

SHANK = 0.243
THIGH = 0.245
ANKLE_HEIGHT = 0.042
"""The ankle above the sole."""
BALL = 0.085
"""The ball of the foot before the ankle: what a raised heel turns about."""
HEEL_BACK = 0.04
"""The heel behind the ankle: what raised toes turn about."""
HALF_HIPS = 0.05
PELVIS_TO_WAIST = 0.105
WAIST_TO_CHEST = 0.17
CHEST_TO_NECK = 0.018
NECK = 0.032
HEAD_FORWARD = 0.012
HEAD_UP = 0.068
"""The middle of the head above the top of the neck."""
HALF_SHOULDERS = 0.09
SHOULDER_DROP = 0.017
"""The shoulder joint below the chest point, which lies between the shoulders."""
UPPER_ARM = 0.158
FOREARM = 0.138
GIRDLE_RISE = 0.03
GIRDLE_INWARD = 0.012
"""How far a shoulder goes up and in when its arm points straight up."""
